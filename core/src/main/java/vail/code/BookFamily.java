package vail.code;

import java.util.Locale;

/** How a shipped book came about; in files the word under {@link NamedBook#FAMILY}. */
public enum BookFamily {
  /** Trained on the tensors of one kind (C-13). */
  HUFFMAN,
  /** One of a few that together serve the tensors of all kinds (C-20). */
  SHAPE,
  /** A Dual Length Code (C-21). */
  DUAL,
  /** A Quad Length Code (C-22). */
  QUAD;

  /** The word that files keep. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
