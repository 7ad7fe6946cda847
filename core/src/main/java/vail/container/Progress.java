package vail.container;

/** Hears how far a long operation is. Called on the thread that started it. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = bytes -> {};

  /** So many more bytes of the original file are done. */
  void advance(long bytes);
}
