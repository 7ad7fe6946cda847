package vail.conform.vector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An Ed25519 key that signs manifests. */
public final class SigningKey {
  private static final int SEED_BYTES = 32;

  private final KeyPair pair;

  private SigningKey(KeyPair pair) {
    this.pair = pair;
  }

  /** The key of everybody: the SHA-256 of {@code vail development key} is its private half. */
  public static SigningKey development() {
    String secret = Data.sha256("vail development key".getBytes(StandardCharsets.US_ASCII));
    return ofSeed(HexFormat.of().parseHex(secret));
  }

  /**
   * A key that somebody keeps.
   *
   * @param pem PKCS 8 in PEM, as {@code openssl genpkey -algorithm ed25519} writes it
   * @throws IllegalArgumentException if it is none
   */
  public static SigningKey ofPem(String pem) {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
      if (key instanceof EdECPrivateKey secret && secret.getBytes().isPresent()) {
        return ofSeed(secret.getBytes().get());
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("no Ed25519 key in PKCS 8 and PEM", e);
    }
    throw new IllegalArgumentException("the key keeps its secret to itself");
  }

  /** The platform makes public keys only together with private ones, so it is told the seed. */
  private static SigningKey ofSeed(byte[] seed) {
    SecureRandom told =
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
          }
        };
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, told);
      KeyPair pair = generator.generateKeyPair();
      if (pair.getPrivate() instanceof EdECPrivateKey secret
          && Arrays.equals(secret.getBytes().orElseThrow(), seed)) {
        return new SigningKey(pair);
      }
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform of this version has Ed25519", e);
    }
    throw new IllegalStateException("this Java platform makes keys in another way");
  }

  /** The public key, 64 hexadecimal digits. */
  public String publicKey() {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
    return HexFormat.of().formatHex(raw);
  }

  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }
}
