package vail.cli.reproduce.measure;

/** Ways of coding that are compared. */
public enum Scheme {
  /** The bound: each shard at the entropy of its own histogram. */
  SHANNON("shannon", "Shannon"),
  /** A Huffman code made for each shard, its table not counted. */
  HUFFMAN("huffman", "own Huffman"),
  /** The same, sent: with its table in front. */
  HUFFMAN_SENT("huffman_sent", "own Huffman + table"),
  /** A book for the kind, from the newest average before. */
  FIXED("fixed", "fixed per kind"),
  /** A book for the kind, from the oldest average before. */
  FIXED_OLD("fixed_old", "fixed per kind, old"),
  /** A book for the kind and layer, from the tensors recorded before. */
  LAYER("layer", "fixed per kind and layer"),
  /** One book for all kinds of the format. */
  GLOBAL("global", "one fixed book for all"),
  /**
   * The best of K books made from the tensors recorded before: 16 of bytes, or 4 shapes of planes
   * with a bias.
   */
  BEST("best", "best of K fixed"),
  /** The best of the books that come with the program. */
  SHIPPED("shipped", "best of the shipped"),
  /** Dual Length Codes for the kind (C-21). */
  DUAL("dual", "Dual Length"),
  /** Quad Length Codes for the kind (C-22). */
  QUAD("quad", "Quad Length");

  private final String id;
  private final String label;

  Scheme(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  /** The name for people. */
  public String label() {
    return label;
  }
}
