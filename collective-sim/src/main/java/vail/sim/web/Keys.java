package vail.sim.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Who may do what: a secret for each role, made anew at each start.
 *
 * @param run may ask and run
 * @param view may look at meters only
 */
public record Keys(String run, String view) {
  private static final int BYTES = 24;
  private static final String BEARER = "Bearer ";

  /** What somebody may do. */
  public enum Role {
    VIEW,
    RUN
  }

  /** Keys that nobody can guess. */
  public static Keys random() {
    SecureRandom random = new SecureRandom();
    return new Keys(random(random), random(random));
  }

  private static String random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Whether the header Authorization, perhaps empty, holds the key of a role or of a higher one.
   */
  boolean allow(Role role, String authorization) {
    String given = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
    // Both are compared whatever the first has said: the time of an answer tells nothing.
    boolean mayRun = same(run, given);
    boolean mayView = same(view, given);
    return mayRun || (role == Role.VIEW && mayView);
  }

  private static boolean same(String key, String given) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
