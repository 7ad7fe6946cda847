package vail.conform.vector;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes of a vector, and the recipe they come from if they have one. Immutable. */
public final class Data {
  private final byte[] bytes;
  private final Optional<Recipe> recipe;

  private Data(byte[] bytes, Optional<Recipe> recipe) {
    this.bytes = bytes;
    this.recipe = recipe;
  }

  /** Bytes as they are. */
  public static Data of(byte[] bytes) {
    return new Data(bytes.clone(), Optional.empty());
  }

  /** Bytes in hexadecimal. */
  public static Data ofHex(String hex) {
    return new Data(HexFormat.of().parseHex(hex), Optional.empty());
  }

  /** The bytes of a recipe. */
  public static Data of(Recipe recipe) {
    return new Data(recipe.make(), Optional.of(recipe));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Their number. */
  public int size() {
    return bytes.length;
  }

  /** The recipe, if they have one. */
  public Optional<Recipe> recipe() {
    return recipe;
  }

  /** The bytes in hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  public String sha256() {
    return sha256(bytes);
  }

  /** SHA-256 of some bytes, 64 hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Data data
        && Arrays.equals(bytes, data.bytes)
        && recipe.equals(data.recipe);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes, sha256 " + sha256();
  }
}
