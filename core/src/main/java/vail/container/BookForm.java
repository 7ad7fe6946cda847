package vail.container;

/** How a container brings the books that its blocks name (V-09). */
public enum BookForm {
  /** 135 bytes each: the file can be read anywhere. */
  EMBEDDED,
  /** The SHA-256 of each: the reader must have installed them. */
  BY_DIGEST
}
