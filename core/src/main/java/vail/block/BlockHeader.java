package vail.block;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import vail.code.BookId;
import vail.fault.Limits;

/**
 * What a block says of itself, for people and for readers of many blocks (B-15, B-16).
 *
 * @param kind raw, constant or coded
 * @param book slot and epoch, present if coded
 * @param layout lanes and words, present if coded
 * @param bias 0 to 254; 0 unless coded
 * @param order stored or streamed
 * @param symbols 1 to 65,536
 * @param payloadBytes 1 to 65,536
 */
public record BlockHeader(
    Kind kind,
    Optional<BookId> book,
    Optional<Layout> layout,
    int bias,
    BlockOrder order,
    int symbols,
    int payloadBytes) {

  /** How the payload is to be read. */
  public enum Kind {
    /** The symbols themselves (B-18). */
    RAW,
    /** One symbol, repeated (B-19). */
    CONSTANT,
    /** Codes of a book (B-08 to B-14). */
    CODED
  }

  /** Bytes of the whole block. */
  public int blockBytes() {
    return BlockSize.FRAME + payloadBytes;
  }

  /**
   * Reads the header of a stored block that starts a segment, or of a streamed one that fills it.
   * After a stored block more may follow.
   *
   * @throws vail.fault.VailFormatException the first fault in the order of B-21, up to and with the
   *     sizes; books, layouts against books and checks are the decoder's to judge
   */
  public static BlockHeader parse(MemorySegment bytes, Limits limits) {
    FrameReader frame = new FrameReader();
    frame.readHead(bytes, 0, bytes.byteSize());
    frame.checkBias();
    frame.readTail(bytes, 0, bytes.byteSize(), limits);
    boolean coded = frame.kind() == Kind.CODED;
    return new BlockHeader(
        frame.kind(),
        coded ? Optional.of(new BookId(frame.slot(), frame.epoch())) : Optional.empty(),
        coded ? Optional.of(frame.layout()) : Optional.empty(),
        frame.bias(),
        frame.order(),
        frame.symbols(),
        frame.payloadBytes());
  }
}
