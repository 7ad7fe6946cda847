package vail.bridge.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vail.block.Bias;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.bridge.circuit.Batches;
import vail.bridge.circuit.Orders;
import vail.code.BookClass;
import vail.code.BookSet;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** A device that fails is found out, reset once, and given up; what it says is never given out. */
class FailingDeviceTest {
  private static final int BLOCKS = 6;
  private static final EncodePolicy CODED =
      EncodePolicy.stored(new Selection.Fixed(Orders.id(2), Bias.NONE, Layout.LINK));
  private static final EncodePolicy RAW = EncodePolicy.stored(new Selection.Raw());

  private final SplittableRandom random = new SplittableRandom(11);
  private final BookSet books = set();
  private final BookSet others = set();
  private EncodePolicy policy = CODED;
  private final List<Trouble> heard = new ArrayList<>();

  private BookSet set() {
    return BookSet.empty().with(Orders.id(2), RandomBooks.of(random, BookClass.SHORT, 20));
  }

  private static List<byte[]> pieces(BookSet set) {
    SplittableRandom random = new SplittableRandom(12);
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      all.add(SymbolShape.FITTING.symbols(random, set.book(Orders.id(2)), 0, 300 + i));
    }
    return all;
  }

  private FpgaBackend backend(BoardTransport board) throws BoardTroubleException {
    return new FpgaBackend(board, Boards.SHORT, trouble -> heard.add(trouble.trouble()));
  }

  static Stream<Arguments> failures() {
    return Arrays.stream(Mischief.values())
        .flatMap(mischief ->
            Arrays.stream(Way.values())
                .filter(mischief::concerns)
                .map(way -> Arguments.of(mischief, way)));
  }

  private Batches.Coded expected(Way way) {
    Batches.Coded blocks = Batches.encode(books, policy, pieces(books));
    return way == Way.ENCODE ? blocks : Batches.decode(books, cut(blocks));
  }

  /** Both ways want the book, and each set has it under the same name as another. */
  private Batches.Coded through(FpgaBackend backend, Way way, BookSet set) {
    return way == Way.ENCODE
        ? Batches.encode(backend.encoder(), set, policy, pieces(set), 0)
        : Batches.decode(backend.decoder(), set, cut(Batches.encode(set, policy, pieces(set))));
  }

  private static List<byte[]> cut(Batches.Coded blocks) {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      all.add(blocks.block(i));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isResetAndAskedAgainAndThenGivenUp(Mischief mischief, Way way) throws Exception {
    FailingBoard board = new FailingBoard(Boards.simulated("", Boards.LEAST_BYTES));
    try (FpgaBackend backend = backend(board)) {
      policy = mischief.wantsBooks() ? CODED : RAW; // to load books takes longest
      board.begin(mischief, 1);
      Batches.Coded got = through(backend, way, books);

      assertEquals(List.of(mischief.trouble(way)), heard);
      assertEquals(expected(way).results(), got.results());
      assertArrayEquals(expected(way).bytes(), got.bytes());
      assertEquals(Optional.empty(), backend.givenUp());

      board.begin(mischief, Integer.MAX_VALUE);
      heard.clear();
      isGivenUp(backend, mischief, way);
    }
    assertTrue(board.isClosed());
  }

  private void isGivenUp(FpgaBackend backend, Mischief mischief, Way way) {
    Batches.Coded got = through(backend, way, others);

    assertEquals("mean 0" + " INTERNAL@0".repeat(BLOCKS), got.results());
    assertArrayEquals(new byte[got.bytes().length], got.bytes());
    assertTrue(backend.givenUp().isPresent());
    assertEquals(2, heard.size(), heard.toString());
    assertEquals(mischief.trouble(way), heard.getFirst());
    assertEquals(got.results(), through(backend, way, books).results());
    assertEquals(2, heard.size(), "a device that was given up is left alone");
  }

  @Test
  void twelveKindsAndMoreAreInjected() {
    List<Trouble> kinds = Arrays.stream(Mischief.values()).map(m -> m.trouble(Way.DECODE)).toList();

    assertTrue(kinds.stream().distinct().count() >= 12, kinds.toString());
  }

  @Test
  void leavesNoBoardBehind() throws Exception {
    SimulatedBoard board = Boards.simulated("", Boards.LEAST_BYTES);
    FpgaBackend backend = backend(board);
    through(backend, Way.ENCODE, books);
    assertTrue(board.boards() > 0);
    backend.close();
    backend.close();

    assertEquals(0, board.boards());
  }

  @Test
  void aDeviceWithoutThisKernelIsRefusedAndClosed() {
    for (Trouble trouble : List.of(Trouble.NO_KERNEL, Trouble.OTHER_VERSION, Trouble.OTHER_SHAPE)) {
      OtherKernel board = new OtherKernel(trouble);
      BoardTroubleException refused =
          assertThrows(BoardTroubleException.class, () -> backend(board));

      assertEquals(trouble, refused.trouble());
      assertTrue(board.isClosed());
    }
  }

  @Test
  void aDeviceWithTooLittleMemoryIsRefused() {
    OtherKernel board = new OtherKernel(Trouble.OUT_OF_MEMORY);

    assertEquals(
        Trouble.OUT_OF_MEMORY,
        assertThrows(BoardTroubleException.class, () -> backend(board)).trouble());
  }

  @Test
  void aDeviceThatCannotBeResetIsRefused() {
    OtherKernel board = new OtherKernel(Trouble.NEVER_RESET);

    assertEquals(
        Trouble.NEVER_RESET,
        assertThrows(BoardTroubleException.class, () -> backend(board)).trouble());
  }
}
