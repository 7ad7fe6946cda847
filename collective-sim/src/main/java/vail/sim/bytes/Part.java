package vail.sim.bytes;

import java.util.Arrays;
import java.util.BitSet;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** The frame of neighbouring pieces in one lane, as it goes over a link. */
public final class Part {
  private final int[] sizes;
  private final Form form;
  private final byte[] bytes;
  private final int from;
  private final int length;

  /** How a frame holds values. */
  public enum Form {
    /** As they are. */
    PLAIN(0),
    /** In blocks of installed books. */
    CODED(1),
    /** A book, then blocks of it. */
    OWN_BOOK(2),
    /** No frame, but a {@link Word}. */
    WORD(3);

    private static final Form[] ALL = values();

    /** How many there are. */
    public static final int COUNT = ALL.length;

    private final int number;

    Form(int number) {
      this.number = number;
    }

    /** Its number on a link, counted from 0. */
    public int number() {
      return number;
    }

    /** The form of a number. */
    public static Form of(int number) {
      return ALL[number];
    }
  }

  /**
   * A part.
   *
   * @param sizes bytes of the values of each piece
   * @param form how they are held
   * @param bytes holds the frame, and never changes
   * @param from its first byte there
   * @param length its bytes
   */
  public Part(int[] sizes, Form form, byte[] bytes, int from, int length) {
    this.sizes = sizes.clone();
    this.form = form;
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  /** Bytes of the values of each piece. */
  public int[] sizes() {
    return sizes.clone();
  }

  /** Bytes of all values. */
  public long rawBytes() {
    long sum = 0;
    for (int size : sizes) {
      sum += size;
    }
    return sum;
  }

  /** How values are held. */
  public Form form() {
    return form;
  }

  /** What holds the frame, from {@link #from} on; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The first byte of the frame. */
  public int from() {
    return from;
  }

  /** Bytes of the frame. */
  public int length() {
    return length;
  }

  /** Pieces whose values it holds. */
  public int pieces() {
    return sizes.length;
  }

  /** The one lane of a frame. */
  static Part of(Frame frame) {
    return switch (frame) {
      case Frame.Plain(Chunk values) ->
          new Part(values.shape().sizes(), Form.PLAIN, values.bytes(), 0, values.bytes().length);
      case Frame.Coded coded ->
          new Part(
              coded.shape().sizes(), form(coded), coded.bytes(), coded.start(0), coded.bytes(0));
    };
  }

  private static Form form(Frame.Coded coded) {
    if (coded.isRaw(0)) {
      return Form.PLAIN;
    }
    return coded.hasOwnBooks() ? Form.OWN_BOOK : Form.CODED;
  }

  /**
   * The frame again.
   *
   * @throws VailFormatException if values come plain, but not as many; or if it is no frame
   */
  Frame frame() {
    if (form == Form.WORD) {
      throw new VailFormatException(Fault.BAD_FIELD, 0, "a word where a frame is due");
    }
    Shape shape = Shape.of(1, sizes);
    byte[] own =
        from == 0 && length == bytes.length
            ? bytes
            : Arrays.copyOfRange(bytes, from, from + length);
    if (form == Form.PLAIN) {
      if (length != shape.bytes()) {
        throw new VailFormatException(
            Fault.BAD_FIELD, 0, "%d bytes where %d are due".formatted(length, shape.bytes()));
      }
      return new Frame.Plain(new Chunk(shape, own));
    }
    return new Frame.Coded(shape, form == Form.OWN_BOOK, own, new int[] {length}, new BitSet());
  }
}
