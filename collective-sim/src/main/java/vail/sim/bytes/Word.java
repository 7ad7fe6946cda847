package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import vail.code.Codebook;
import vail.code.CodebookBytes;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * What dies tell each other about books, over the same links as frames: 12 bytes and a body,
 * numbers little-endian. At 0 the kind, at 4 the edition, at 8 the round of who says it.
 *
 * @param kind what is said
 * @param edition that it is about
 * @param round of values that the sender is at, or reports of
 * @param body a book of 135 bytes in PREPARE, streams in REPORT, and else nothing
 */
public record Word(Kind kind, int edition, int round, MemorySegment body) {
  private static final int HEAD = 12;
  private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[0]);

  /** What can be said. */
  public enum Kind {
    /** A die has done a round: what it has sent in it. */
    REPORT(0),
    /** Read frames of this edition from now on. */
    PREPARE(1),
    /** They can be read. */
    PREPARED(2),
    /** They cannot. */
    REFUSED(3),
    /** Code with this edition from now on. */
    COMMIT(4),
    /** The next frame is coded with it. */
    COMMITTED(5),
    /** Forget this edition, with which nobody has coded. */
    ABORT(6),
    /** It is forgotten. */
    ABORTED(7),
    /** Forget this edition, of which no frame is under way. */
    RETIRE(8),
    /** It is forgotten. */
    RETIRED(9);

    private static final Kind[] ALL = values();

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** Whether it is said before anybody codes with a new edition. */
    public boolean prepares() {
      return switch (this) {
        case PREPARE, PREPARED, REFUSED, ABORT, ABORTED -> true;
        case REPORT, COMMIT, COMMITTED, RETIRE, RETIRED -> false;
      };
    }

    /** Whether it is said once dies change to a new edition, until the old one is gone. */
    public boolean commits() {
      return switch (this) {
        case COMMIT, COMMITTED, RETIRE, RETIRED -> true;
        case REPORT, PREPARE, PREPARED, REFUSED, ABORT, ABORTED -> false;
      };
    }
  }

  /** A word without a body. */
  public static Word of(Kind kind, int edition, int round) {
    return new Word(kind, edition, round, NOTHING);
  }

  /** Ships an edition. */
  public static Word prepare(Edition edition, int round) {
    byte[] book = edition.book().toBytes();
    return new Word(Kind.PREPARE, edition.number(), round, MemorySegment.ofArray(book));
  }

  /** Reports what was sent in a round. */
  public static Word report(int round, List<Tally.Stream> streams) {
    return new Word(Kind.REPORT, 0, round, MemorySegment.ofArray(StreamBytes.write(streams)));
  }

  /**
   * The book that is shipped.
   *
   * @throws VailFormatException if it is none
   */
  public Codebook book() {
    return CodebookBytes.read(body);
  }

  /**
   * What is reported.
   *
   * @throws VailFormatException if the body is not sound
   */
  public List<Tally.Stream> streams() {
    return StreamBytes.read(body);
  }

  /** As what goes over a link. */
  public Part part() {
    byte[] bytes = new byte[HEAD + (int) body.byteSize()];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(kind.number)
        .putInt(edition)
        .putInt(round);
    MemorySegment.copy(body, 0, MemorySegment.ofArray(bytes), HEAD, body.byteSize());
    return new Part(new int[] {bytes.length}, Part.Form.WORD, bytes, 0, bytes.length);
  }

  /**
   * Reads {@link #part}.
   *
   * @throws VailFormatException if it is no word
   */
  public static Word read(Part part) {
    check(part.form() == Part.Form.WORD && part.length() >= HEAD, "this is no word about books");
    ByteBuffer head =
        ByteBuffer.wrap(part.bytes(), part.from(), part.length()).order(ByteOrder.LITTLE_ENDIAN);
    int kind = head.getInt();
    int edition = head.getInt();
    int round = head.getInt();
    check(
        kind >= 0 && kind < Kind.ALL.length && edition >= 0 && round >= 0, "there is no such word");
    MemorySegment body =
        MemorySegment.ofArray(part.bytes()).asSlice(part.from() + HEAD, part.length() - HEAD);
    return new Word(Kind.ALL[kind], edition, round, body);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new VailFormatException(Fault.BAD_FIELD, 0, otherwise);
    }
  }
}
