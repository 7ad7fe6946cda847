package vail.bridge.abi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;

/** A policy as {@code vail_policy_t}, for the books of one session. */
final class PolicyImage {
  private static final int CANDIDATE_BYTES = 4;
  private static final int BIAS_BYTES = 8;
  private static final int POLICY_BYTES = 48;
  private static final int MEAN_RULE = 1;
  private static final int PREVIOUS_RULE = 2;

  private record Candidate(BookId id, Layout layout) {}

  private final MemorySegment segment;

  private PolicyImage(MemorySegment segment) {
    this.segment = segment;
  }

  static PolicyImage of(BookSet books, EncodePolicy policy) {
    return switch (policy.selection()) {
      case Selection.Raw raw -> image(policy, List.of(), List.of(), 1);
      case Selection.Fixed fixed ->
          image(
              policy,
              List.of(new Candidate(fixed.book(), fixed.layout())),
              List.of(fixed.bias()),
              1);
      case Selection.Best best ->
          image(
              policy,
              best.books().stream().map(id -> candidate(books, id, best)).toList(),
              best.biases(),
              best.stride());
    };
  }

  /** The layout of a book that is not there does not matter: the library misses the book first. */
  private static Candidate candidate(BookSet books, BookId id, Selection.Best best) {
    boolean isLong =
        books.holds(id.slot(), id.epoch()) && books.book(id).bookClass() == BookClass.LONG;
    return new Candidate(id, isLong ? best.longLayout() : best.shortLayout());
  }

  private static PolicyImage image(
      EncodePolicy policy, List<Candidate> candidates, List<Bias> biases, int stride) {
    Arena arena = Arena.ofAuto();
    MemorySegment candidateArray = arena.allocate((long) CANDIDATE_BYTES * candidates.size() + 1);
    for (int i = 0; i < candidates.size(); i++) {
      put(candidates.get(i), candidateArray.asSlice((long) CANDIDATE_BYTES * i));
    }
    MemorySegment biasArray = arena.allocate((long) BIAS_BYTES * biases.size() + 1, BIAS_BYTES);
    for (int i = 0; i < biases.size(); i++) {
      put(biases.get(i), biasArray.asSlice((long) BIAS_BYTES * i));
    }
    MemorySegment to = arena.allocate(POLICY_BYTES, JAVA_LONG.byteAlignment());
    to.set(ADDRESS, 0, candidateArray);
    to.set(JAVA_LONG, 8, candidates.size());
    to.set(ADDRESS, 16, biasArray);
    to.set(JAVA_LONG, 24, biases.size());
    to.set(JAVA_INT, 32, stride);
    to.set(JAVA_INT, 36, policy.order() == BlockOrder.STREAMED ? 1 : 0);
    to.set(JAVA_INT, 40, policy.constant() == ConstantBlocks.ON ? 1 : 0);
    return new PolicyImage(to);
  }

  private static void put(Candidate candidate, MemorySegment to) {
    Layout layout = candidate.layout();
    int log2Lanes = Integer.numberOfTrailingZeros(layout.lanes());
    to.set(JAVA_BYTE, 0, (byte) candidate.id().slot());
    to.set(JAVA_BYTE, 1, (byte) candidate.id().epoch());
    to.set(JAVA_BYTE, 2, (byte) (layout.wordBits() / 16 << 3 | log2Lanes));
  }

  private static void put(Bias bias, MemorySegment to) {
    switch (bias) {
      case Bias.Absolute absolute -> to.set(JAVA_INT, 4, absolute.value());
      case Bias.Mean mean -> {
        to.set(JAVA_INT, 0, MEAN_RULE);
        to.set(JAVA_INT, 4, mean.offset());
      }
      case Bias.Previous previous -> to.set(JAVA_INT, 0, PREVIOUS_RULE);
    }
  }

  MemorySegment segment() {
    return segment;
  }
}
