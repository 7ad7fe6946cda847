package vail.cli.reproduce.measure;

/**
 * How a fixed book per kind does as it ages, or on text it has not seen.
 *
 * @param group what is coded
 * @param text of the tensors coded; empty if it is the text of training
 * @param age steps of training between the book and the tensors coded
 * @param saved percent of raw size saved over all shards
 * @param gap points behind a Huffman code of each shard's own
 */
public record DriftPoint(Group group, String text, long age, double saved, Spread gap) {
  /** Age and text in words, e.g. {@code 10 steps old} or {@code 10 steps old, text: code}. */
  public String condition() {
    return "%,d steps old%s".formatted(age, text.isEmpty() ? "" : ", text: " + text);
  }
}
