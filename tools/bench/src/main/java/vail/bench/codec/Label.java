package vail.bench.codec;

/**
 * Who coded.
 *
 * @param codec name of a backend or a peer
 * @param level variant of it; may be empty
 * @param layout how symbols are dealt out to lanes; empty for peers
 */
public record Label(String codec, String level, String layout) {
  /** A peer. */
  public static Label peer(String codec, String level) {
    return new Label(codec, level, "");
  }

  /** All of it in words, e.g. {@code native-simd avx512, wide}. */
  @Override
  public String toString() {
    return (codec + " " + level).strip() + (layout.isEmpty() ? "" : ", " + layout);
  }
}
