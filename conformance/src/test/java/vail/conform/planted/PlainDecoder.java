package vail.conform.planted;

import static vail.conform.planted.RefusedException.when;

import java.util.Arrays;
import java.util.Optional;
import vail.fault.Fault;

/** Decodes one block, as section 7 of the specification has it. */
final class PlainDecoder {
  private static final int HEAD = 6;
  private static final int FRAME = 12;
  private static final int MOST_STREAMED = 16_384;
  private static final int MOST_LANES = 128;

  private final Plant plant;
  private final PlainBooks books;
  private final byte[] block;
  private final int limit;
  private final int room;
  private final long[] windows;
  private Optional<PlainBook> book = Optional.empty();
  private byte[] symbols = new byte[0];

  private PlainDecoder(
      Plant plant, PlainBooks books, byte[] block, int limit, int room, long[] windows) {
    this.plant = plant;
    this.books = books;
    this.block = block;
    this.limit = plant.has(FrameBug.LIMIT_IGNORED) ? Integer.MAX_VALUE : limit;
    this.room = plant.has(FrameBug.ROOM_IGNORED) ? Integer.MAX_VALUE : room;
    this.windows = windows;
  }

  /** The lanes' windows, clear. */
  static long[] windows() {
    return new long[MOST_LANES];
  }

  static byte[] decode(
      Plant plant, PlainBooks books, byte[] block, int limit, int room, long[] windows)
      throws RefusedException {
    PlainDecoder decoder = new PlainDecoder(plant, books, block, limit, room, windows);
    for (Check check : OrderBug.order(plant)) {
      decoder.check(check);
    }
    return decoder.symbols;
  }

  private void check(Check check) throws RefusedException {
    switch (check) {
      case HEAD -> head();
      case VERSION ->
          refuse(u8(2) >> 6 != 1, Fault.UNSUPPORTED_VERSION, FrameBug.VERSION_UNCHECKED);
      case RESERVED -> reserved();
      case BOOK -> book();
      case LAYOUT -> layout();
      case BIAS -> refuse(coded() && u8(3) == 255, Fault.BAD_FIELD, FrameBug.BIAS_255_TAKEN);
      case TAIL -> when(block.length < FRAME, Fault.TRUNCATED);
      case SIZES -> sizes();
      case LIMIT -> limit();
      case WHOLE -> when(size() > block.length - FRAME, Fault.TRUNCATED);
      case TRAILING ->
          refuse(size() < block.length - FRAME, Fault.TRAILING_DATA, FrameBug.TRAILING_TAKEN);
      case ROOM -> when(count() > room, Fault.OUTPUT_TOO_SMALL);
      case SUM -> sum();
      case PAYLOAD -> payload();
    }
  }

  private void refuse(boolean wrong, Fault fault, Bug unlooked) throws RefusedException {
    when(wrong && !plant.has(unlooked), fault);
  }

  private void head() throws RefusedException {
    if (block.length < HEAD && plant.has(AnswerBug.CRASH_ON_SHORT_HEAD)) {
      throw new IllegalStateException("reads byte 5 of " + block.length);
    }
    when(block.length < HEAD, Fault.TRUNCATED);
  }

  private void reserved() throws RefusedException {
    int modes = u8(2);
    if (coded()) {
      refuse((modes & 7) == 7, Fault.RESERVED_NONZERO, FrameBug.LANES_128);
      refuse((modes >> 3 & 3) == 3, Fault.RESERVED_NONZERO, FrameBug.WORD_3_IS_32);
    } else {
      refuse((modes & 31) != 0, Fault.RESERVED_NONZERO, FrameBug.RAW_LAYOUT_UNCHECKED);
      refuse(block[1] != 0, Fault.RESERVED_NONZERO, FrameBug.RAW_EPOCH_UNCHECKED);
      refuse(block[3] != 0, Fault.RESERVED_NONZERO, FrameBug.RAW_BIAS_UNCHECKED);
    }
  }

  private void book() throws RefusedException {
    if (coded()) {
      book = books.find(u8(0), u8(1));
      when(book.isEmpty(), Fault.CODEBOOK_UNKNOWN);
    }
  }

  private void layout() throws RefusedException {
    boolean narrow = coded() && book.orElseThrow().isLong() && word() == 8;
    refuse(narrow, Fault.LANE_LAYOUT, FrameBug.LONG_IN_8_BITS);
  }

  private void sizes() throws RefusedException {
    int count = count();
    boolean stored = !streamed();
    refuse(!stored && count > MOST_STREAMED, Fault.BAD_FIELD, FrameBug.STREAMED_UNBOUNDED);
    when(
        !stored && count == MOST_STREAMED && plant.has(FrameBug.STREAMED_BELOW_16384),
        Fault.BAD_FIELD);
    refuse(constant() && count < 2, Fault.BAD_FIELD, FrameBug.CONSTANT_OF_ONE);
    refuse(raw() && size() != count, Fault.BAD_FIELD, FrameBug.RAW_SIZE_UNCHECKED);
    refuse(constant() && size() != 1, Fault.BAD_FIELD, FrameBug.CONSTANT_SIZE_UNCHECKED);
    boolean equal = size() == count && plant.has(FrameBug.CODED_SIZE_MAY_EQUAL);
    boolean large = coded() && stored && size() >= count && !equal;
    refuse(large, Fault.BAD_FIELD, FrameBug.CODED_SIZE_UNCHECKED);
  }

  private void limit() throws RefusedException {
    boolean equal = count() == limit && plant.has(FrameBug.LIMIT_EXCLUSIVE);
    when(count() > limit || equal, Fault.LIMIT_EXCEEDED);
  }

  private void sum() throws RefusedException {
    int at = tailAt();
    int due = new PlainSum(plant).of(book, part(0, HEAD), part(payloadAt(), size()), part(at, 2));
    int mask = plant.has(FrameBug.CHECK_OF_16_BITS) ? 0xffff : -1;
    int given = u16(at + 2) | u16(at + 4) << 16;
    refuse((due & mask) != (given & mask), Fault.CHECKSUM, FrameBug.CHECK_IGNORED);
  }

  private void payload() throws RefusedException {
    byte[] bytes = part(payloadAt(), size());
    if (raw()) {
      symbols = Arrays.copyOf(bytes, count());
    } else if (constant()) {
      symbols = new byte[count() - (plant.has(FrameBug.CONSTANT_ONE_SHORT) ? 1 : 0)];
      Arrays.fill(symbols, bytes[0]);
    } else {
      coded(bytes);
    }
  }

  private void coded(byte[] bytes) throws RefusedException {
    int lanes = 1 << (u8(2) & 7);
    if (lanes == 64 && plant.has(AnswerBug.CRASH_ON_64_LANES)) {
      throw new IllegalStateException("writes lane 63 of 63");
    }
    Deal deal = Deal.of(plant, book.orElseThrow(), lanes, word());
    PlainUnpacker unpacker =
        new PlainUnpacker(plant, book.orElseThrow(), u8(3), deal, bytes, count(), windows);
    try {
      unpacker.decode();
    } catch (RefusedException e) {
      if (!plant.has(FrameBug.RELEASED_ON_FAULT)) {
        throw plant.has(AnswerBug.PAYLOAD_FAULT_IS_CHECKSUM)
            ? new RefusedException(Fault.CHECKSUM)
            : e;
      }
    }
    symbols = unpacker.symbols();
  }

  private boolean raw() {
    return u8(0) == 0;
  }

  private boolean constant() {
    return u8(0) == 255;
  }

  private boolean coded() {
    return !raw() && !constant();
  }

  private boolean streamed() {
    return (u8(2) >> 5 & 1) != 0;
  }

  private int word() {
    return 8 << Math.min(u8(2) >> 3 & 3, 2);
  }

  private int count() {
    int count = u16(4) + 1;
    return plant.has(FrameBug.COUNT_65536_IS_0) ? count & 0xffff : count;
  }

  private int size() {
    return u16(tailAt()) + 1;
  }

  private int tailAt() {
    return streamed() ? block.length - HEAD : HEAD;
  }

  private int payloadAt() {
    return streamed() ? HEAD : FRAME;
  }

  private byte[] part(int at, int count) {
    return Arrays.copyOfRange(block, at, at + count);
  }

  private int u8(int at) {
    return block[at] & 0xff;
  }

  private int u16(int at) {
    return u8(at) | u8(at + 1) << 8;
  }
}
