package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Histogram;
import vail.code.NamedBook;
import vail.code.SymbolKind;
import vail.sim.plan.Steps;
import vail.tensor.ElementType;
import vail.tensor.PlaneKernels;

/** Counts the symbols that are sent in each step. */
final class StepCounts {
  private static final int FIRST_SLOT = 200;
  private static final int EPOCHS = 256;

  /** Steps that have names for books of their own. */
  static final int MOST = (BookId.MAX_SLOT - FIRST_SLOT) * EPOCHS;

  private final Steps steps;
  private final Tiles tiles;
  private final Planes planes;
  private final Histogram[][] counts;
  private final Histogram[] moved;

  StepCounts(Steps steps, ElementType type) {
    this.steps = steps;
    planes = new Planes(type, PlaneKernels.JAVA);
    tiles = planes.tiles();
    counts = new Histogram[steps.count()][tiles.planes()];
    moved = new Histogram[steps.count()];
    for (int step = 0; step < moved.length; step++) {
      Arrays.setAll(counts[step], _ -> new Histogram());
      moved[step] = new Histogram();
    }
  }

  /** Counts the values of a message. */
  void note(int die, int send, Chunk values) {
    int step = steps.of(die, send);
    Shape whole = Shape.of(1, new int[] {values.bytes().length});
    tiles.deal(
        whole,
        _ -> true,
        () -> {
          planes.split(values);
          for (int tile = 0; tile < tiles.count(); tile++) {
            count(step, tiles.place(tile), tiles.symbols(tile));
          }
        });
  }

  private void count(int step, int place, int symbols) {
    MemorySegment all = planes.symbols();
    for (int plane = 0; plane < tiles.planes(); plane++) {
      counts[step][plane].add(all.asSlice(place + (long) plane * symbols, symbols));
    }
    moved[step].add(OwnBook.count(tiles.kinds().getFirst(), all.asSlice(place, symbols)));
  }

  /** Shannon's entropy of a step's symbols in bits a symbol, each plane for itself. */
  double entropy(int step) {
    return Arrays.stream(counts[step]).mapToDouble(Histogram::entropy).average().orElse(0);
  }

  /** A book for each step, made of its own counts. */
  Books.Installed books() {
    if (moved.length > MOST) {
      throw new IllegalArgumentException(
          moved.length + " steps are more than the " + MOST + " that can have books of their own");
    }
    SymbolKind kind = tiles.kinds().getFirst();
    List<NamedBook> books =
        IntStream.range(0, moved.length)
            .mapToObj(step ->
                NamedBook.of(
                    id(step), "step " + step, OwnBook.ofStep(kind, moved[step]), kind.label()))
            .toList();
    return new Books.Installed(BookSet.of(books), (step, of) -> OwnBook.policy(of, id(step)));
  }

  private static BookId id(int step) {
    return new BookId(FIRST_SLOT + step / EPOCHS, step % EPOCHS);
  }
}
