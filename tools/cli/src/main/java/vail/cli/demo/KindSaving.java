package vail.cli.demo;

import vail.cli.Units;

/**
 * What was saved on the tensors of one kind.
 *
 * @param kind e.g. {@code ffn1_act}
 * @param dtype type of their elements
 * @param rawBytes bytes of their elements
 * @param vailBytes bytes of their blocks
 */
record KindSaving(String kind, String dtype, long rawBytes, long vailBytes) {
  /** Both together, under the name of this one. */
  KindSaving plus(KindSaving other) {
    return new KindSaving(kind, dtype, rawBytes + other.rawBytes, vailBytes + other.vailBytes);
  }

  /** The share that is saved. */
  double saved() {
    return Units.saved(rawBytes, vailBytes);
  }
}
