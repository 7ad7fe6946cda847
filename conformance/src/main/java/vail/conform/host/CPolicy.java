package vail.conform.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vail.conform.wire.Request;
import vail.conform.wire.Request.Shape;
import vail.conform.wire.Request.Slot;

/**
 * The {@code vail_policy_t} of a request. Illegal values are handed on as far as its fields can.
 */
final class CPolicy {
  private static final int POLICY_BYTES = 48;
  private static final int CANDIDATE_BYTES = 4;
  private static final int BIAS_BYTES = 8;
  private static final int FLAGS_AT = 4;
  private static final Comparator<Slot> ASCENDING =
      Comparator.comparingInt(Slot::slot).thenComparingInt(Slot::epoch);

  private final Map<Slot, Boolean> longBooks = new HashMap<>();

  /** A candidate with the layout it is coded in. */
  private record Candidate(Slot slot, Shape layout) {}

  /** Remembers the class of a book that has been installed. */
  void install(Request.Book book) {
    longBooks.put(new Slot(book.slot(), book.epoch()), (book.book()[FLAGS_AT] & 1) != 0);
  }

  /** Forgets all books. */
  void forget() {
    longBooks.clear();
  }

  MemorySegment of(Request.Encode request, Arena arena) {
    if (request.slot() == Request.RAW) {
      return image(List.of(), List.of(), 1, request.flags(), arena);
    }
    Slot slot = new Slot(request.slot(), request.epoch());
    return image(
        List.of(new Candidate(slot, request.layout())),
        List.of(request.bias()),
        1,
        request.flags(),
        arena);
  }

  MemorySegment of(Request.Best request, Arena arena) {
    List<Candidate> candidates =
        request.candidates().stream()
            .sorted(ASCENDING)
            .distinct()
            .map(slot ->
                new Candidate(
                    slot,
                    longBooks.getOrDefault(slot, false)
                        ? request.longLayout()
                        : request.shortLayout()))
            .toList();
    return image(candidates, request.biases(), request.stride(), request.flags(), arena);
  }

  private static MemorySegment image(
      List<Candidate> candidates, List<Integer> biases, int stride, int flags, Arena arena) {
    return image(
        candidates.stream().map(CPolicy::row).toList(),
        biases.stream().map(CPolicy::row).toList(),
        new long[] {
          stride, flags & Request.STREAMED, (flags & Request.CONSTANT) / Request.CONSTANT, 0
        },
        arena);
  }

  private static long[] row(Candidate candidate) {
    return new long[] {
      candidate.slot().slot(), candidate.slot().epoch(), layout(candidate.layout()), 0
    };
  }

  private static long[] row(int bias) {
    if (bias == Request.PREVIOUS) {
      return new long[] {2, 0};
    }
    return Request.isMean(bias) ? new long[] {1, Request.meanOffset(bias)} : new long[] {0, bias};
  }

  private static int layout(Shape shape) {
    int word =
        switch (shape.wordBits()) {
          case 8 -> 0;
          case 16 -> 1;
          case 32 -> 2;
          default -> 3;
        };
    return Math.min(shape.log2Lanes(), 7) | word << 3;
  }

  /**
   * A policy as it lies in memory, field by field, legal or not.
   *
   * @param candidates slot, epoch, layout, reserved
   * @param biases rule, value
   * @param numbers stride, order, constant, reserved
   */
  static MemorySegment image(
      List<long[]> candidates, List<long[]> biases, long[] numbers, Arena arena) {
    MemorySegment books = arena.allocate((long) CANDIDATE_BYTES * candidates.size(), 8);
    for (int i = 0; i < candidates.size(); i++) {
      for (int field = 0; field < CANDIDATE_BYTES; field++) {
        books.set(JAVA_BYTE, (long) CANDIDATE_BYTES * i + field, (byte) candidates.get(i)[field]);
      }
    }
    MemorySegment rules = arena.allocate((long) BIAS_BYTES * biases.size(), 8);
    for (int i = 0; i < biases.size(); i++) {
      rules.set(JAVA_INT, (long) BIAS_BYTES * i, (int) biases.get(i)[0]);
      rules.set(JAVA_INT, (long) BIAS_BYTES * i + 4, (int) biases.get(i)[1]);
    }
    MemorySegment policy = arena.allocate(POLICY_BYTES, 8);
    policy.set(ADDRESS, 0, books);
    policy.set(JAVA_LONG, 8, candidates.size());
    policy.set(ADDRESS, 16, rules);
    policy.set(JAVA_LONG, 24, biases.size());
    for (int i = 0; i < numbers.length; i++) {
      policy.set(JAVA_INT, 32 + 4L * i, (int) numbers[i]);
    }
    return policy;
  }
}
