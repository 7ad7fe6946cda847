package vail.conform.vector;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonWriter;

/**
 * An Ed25519 signature over the bytes of a manifest ({@code manifest.sig}).
 *
 * @param publicKey 64 hexadecimal digits
 * @param signature 128 hexadecimal digits
 */
public record Signature(String publicKey, String signature) {
  /** The file it stands in. */
  public static final String NAME = "manifest.sig";

  /** Public keys of releases, two while one follows the other. There has been no release yet. */
  private static final List<String> RELEASE_KEYS = List.of();

  private static final String SCHEMA = "vail-vector-signature/1";
  private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  /** Whose signature it is. */
  public enum Origin {
    /** There is no signature. */
    NONE,
    /** Anybody can make it: it shows that the files belong together, and nothing else. */
    DEVELOPMENT,
    /** The key of somebody this program does not know. */
    STRANGER,
    /** A key of the project's releases. */
    RELEASE
  }

  /** Signs a manifest. */
  static byte[] sign(byte[] manifest, SigningKey key) {
    return JsonWriter.indented(
            JsonObject.builder()
                .put("schema", SCHEMA)
                .put("algorithm", "Ed25519")
                .put("publicKey", key.publicKey())
                .put("signature", HexFormat.of().formatHex(key.sign(manifest)))
                .build())
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Checks the signature of a set.
   *
   * @throws VailFormatException CHECKSUM if it is not one of this manifest
   */
  public static Origin check(Source source) throws IOException {
    byte[] manifest = source.read(Manifest.NAME);
    byte[] text;
    try {
      text = source.read(NAME);
    } catch (NoSuchFileException e) {
      return Origin.NONE;
    }
    Signature signature = read(text);
    if (!signature.fits(manifest)) {
      throw new VailFormatException(
          Fault.CHECKSUM, 0, NAME + " is no signature of this " + Manifest.NAME);
    }
    return signature.origin();
  }

  private static Signature read(byte[] text) {
    return Fields.read(
        JsonReader.read(MemorySegment.ofArray(text)),
        NAME,
        fields -> {
          Lines.checkSchema(fields, SCHEMA);
          if (!fields.string("algorithm").equals("Ed25519")) {
            throw new IllegalArgumentException("the algorithm must be Ed25519");
          }
          return new Signature(fields.string("publicKey"), fields.string("signature"));
        });
  }

  private boolean fits(byte[] manifest) {
    try {
      var check = java.security.Signature.getInstance("Ed25519");
      check.initVerify(key());
      check.update(manifest);
      return check.verify(HexFormat.of().parseHex(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private PublicKey key() throws GeneralSecurityException {
    byte[] raw = HexFormat.of().parseHex(publicKey);
    byte[] encoded = java.util.Arrays.copyOf(X509_HEAD, X509_HEAD.length + raw.length);
    System.arraycopy(raw, 0, encoded, X509_HEAD.length, raw.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private Origin origin() {
    if (RELEASE_KEYS.contains(publicKey)) {
      return Origin.RELEASE;
    }
    return publicKey.equals(SigningKey.development().publicKey())
        ? Origin.DEVELOPMENT
        : Origin.STRANGER;
  }
}
