package vail.cli.reproduce.measure;

/** The claim of arXiv 2601.10673 on the tensors it was made for: bytes of bf16 FFN1 activations. */
public sealed interface Claim {
  /** The kind of tensor the paper measures. */
  String KIND = "ffn1_act";

  /**
   * It was tested.
   *
   * @param verdict over shards of at least {@link Reproduction#LEAST_SHARD_VALUES} values
   * @param asRecorded over the shards as the recording cuts them, however small
   */
  record Tested(Verdict verdict, Verdict asRecorded) implements Claim {}

  /**
   * It could not be tested here.
   *
   * @param reason completes the sentence "not tested, because …"
   */
  record Untested(String reason) implements Claim {}
}
