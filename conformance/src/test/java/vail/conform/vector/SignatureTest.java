package vail.conform.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.VailFormatException;

class SignatureTest {
  private static final byte[] MANIFEST = "a manifest".getBytes(StandardCharsets.UTF_8);

  @Test
  void theStoredSetSaysThatItsKeyIsEverybodys() throws IOException {
    assertEquals(Signature.Origin.DEVELOPMENT, Signature.check(Source.bundled()));
  }

  @Test
  void takesAKeyThatSomebodyKeepsForAStrangers() throws Exception {
    byte[] pkcs8 =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pkcs8)
            + "\n-----END PRIVATE KEY-----\n";

    byte[] signature = Signature.sign(MANIFEST, SigningKey.ofPem(pem));

    assertEquals(Signature.Origin.STRANGER, Signature.check(set(MANIFEST, signature)));
  }

  @Test
  void refusesASignatureOfSomethingElse() {
    byte[] signature = Signature.sign(MANIFEST, SigningKey.development());
    byte[] other = "another manifest".getBytes(StandardCharsets.UTF_8);

    var trouble =
        assertThrows(VailFormatException.class, () -> Signature.check(set(other, signature)));
    assertEquals(Fault.CHECKSUM, trouble.fault());
  }

  @Test
  void refusesKeysThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> SigningKey.ofPem("-----BEGIN X-----"));
    assertThrows(IllegalArgumentException.class, () -> SigningKey.ofPem("?"));
  }

  private static Source set(byte[] manifest, byte[] signature) {
    return name ->
        switch (name) {
          case Manifest.NAME -> manifest;
          case Signature.NAME -> signature;
          default -> throw new NoSuchFileException(name);
        };
  }
}
