package vail.conform.judge;

import java.util.List;

/**
 * What a person needs to find the bug.
 *
 * @param request name of the request at fault, or empty
 * @param asked its body in hexadecimal, shortened if long
 * @param expected the right answer, bytes in hexadecimal
 * @param actual the answer that came, or empty
 * @param difference lines that lay the two side by side, aligned by codes where there are any
 */
public record Evidence(
    String request, String asked, String expected, String actual, List<String> difference) {
  /** Nothing to be shown. */
  public static final Evidence NONE = new Evidence("", "", "", "", List.of());

  /** Takes a copy. */
  public Evidence {
    difference = List.copyOf(difference);
  }
}
