package vail.container;

import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The head of a frame (V-04).
 *
 * @param type what the body is
 * @param bodyBytes bytes of the body, not yet held against the bound of its type
 * @param place first byte of the frame in the file
 */
record FrameHead(FrameType type, long bodyBytes, long place) {
  static final int SIZE = 16;
  static final int CHECK = 4;
  static final int BODY_BYTES_AT = 4;

  /** Bytes of a frame besides its body. */
  static final int OVERHEAD = SIZE + CHECK;

  long bodyAt() {
    return place + SIZE;
  }

  /** First byte after the frame. */
  long end() {
    return place + OVERHEAD + bodyBytes;
  }

  /** Holds the size of the body against what its type allows (V-07). */
  FrameHead bound(long least, long most) {
    if (bodyBytes < least || bodyBytes > most) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          place + BODY_BYTES_AT,
          "a " + type + " frame of " + bodyBytes + " bytes, not " + least + " to " + most);
    }
    return this;
  }

  /** This frame must not stand here (V-08). */
  VailFormatException outOfOrder(String why) {
    return new VailFormatException(Fault.BAD_FIELD, place, "a " + type + " frame " + why);
  }
}
