package vail.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vail.bench.codec.Codec;
import vail.bench.codec.Label;
import vail.block.Batch;

class ContestTest {
  private static final Size SIZE = new Size(256, 1024);
  private static final Pace PACE = new Pace(6, 2, 1, 0, 0, 1000);
  private static final Clock STOPPED = () -> 0;

  private final Stretch stretch = new Stretch(symbols(), SIZE);
  private long now;

  private static byte[] symbols() {
    byte[] symbols = new byte[1024];
    new Random(5).nextBytes(symbols);
    return symbols;
  }

  @AfterEach
  void close() {
    stretch.close();
  }

  private Contest contest(Pace pace, Deadline deadline) {
    return new Contest(pace, deadline, "plane");
  }

  private static Label label(String name) {
    return Label.peer(name, "");
  }

  /** What is said of a codec that runs after an honest one. */
  private List<String> troubles(Codec codec) {
    try (Contest contest = contest(PACE, new Deadline(STOPPED, 1))) {
      contest.enter(label("honest"), new Solo(new FakeCodec(), stretch, STOPPED));
      contest.enter(label("other"), new Solo(codec, stretch, STOPPED));
      contest.run();
      assertEquals("honest", contest.outcomes().getFirst().label().codec());
      assertEquals(2 - contest.failures().size(), contest.outcomes().size());
      return contest.failures().stream().map(Failure::reason).toList();
    }
  }

  @Test
  void believesACodecThatRestores() {
    assertEquals(List.of(), troubles(new FakeCodec()));
  }

  @Test
  void catchesACodecThatChangesAByte() {
    Codec lying =
        new FakeCodec() {
          @Override
          public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
            super.decode(coded, symbols, batch);
            symbols.set(java.lang.foreign.ValueLayout.JAVA_BYTE, 77, (byte) 0);
          }
        };

    assertEquals(List.of("byte 77 came back changed"), troubles(lying));
  }

  @Test
  void catchesACodecThatLeavesWhatAnotherHasRestored() {
    Codec lying =
        new FakeCodec() {
          @Override
          public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
            for (int i = 0; i < batch.size(); i++) {
              batch.succeed(i, batch.targetRoom(i));
            }
          }
        };

    assertEquals(List.of("byte 0 came back changed"), troubles(lying));
  }

  @Test
  void catchesACodecThatSaysItWroteLessThanItReads() {
    Codec lying =
        new FakeCodec() {
          @Override
          public void encode(MemorySegment symbols, MemorySegment coded, Batch batch) {
            super.encode(symbols, coded, batch);
            for (int i = 0; i < batch.size(); i++) {
              batch.succeed(i, 10);
            }
          }

          @Override
          public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
            for (int i = 0; i < batch.size(); i++) {
              int bytes = batch.targetRoom(i);
              MemorySegment.copy(coded, batch.sourceAt(i), symbols, batch.targetAt(i), bytes);
              batch.succeed(i, bytes);
            }
          }
        };

    assertEquals(List.of("byte 10 came back changed"), troubles(lying));
  }

  @Test
  void catchesACodecThatLiesOnlyNowAndThen() {
    Codec lying =
        new FakeCodec() {
          private int calls;

          @Override
          public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
            super.decode(coded, symbols, batch);
            if (++calls == 7) {
              batch.succeed(0, 255);
            }
          }
        };

    assertEquals(List.of("block 0 came back with 255 bytes of 256"), troubles(lying));
  }

  @Test
  void givesTheSameTurnsToAllAndStartsEachRoundWithAnother() {
    List<String> turns = new ArrayList<>();
    try (Contest contest = contest(PACE, new Deadline(STOPPED, 1))) {
      for (String name : List.of("a", "b", "c")) {
        contest.enter(label(name), new Solo(noting(name, turns), stretch, STOPPED));
      }
      turns.clear();
      contest.run();
    }

    assertEquals("abc bca cab abc bca cab".replace(" ", ""), String.join("", turns));
  }

  private static Codec noting(String name, List<String> turns) {
    return new FakeCodec() {
      @Override
      public void encode(MemorySegment symbols, MemorySegment coded, Batch batch) {
        turns.add(name);
        super.encode(symbols, coded, batch);
      }
    };
  }

  @Test
  void stopsWhenTheTimeIsOverButNotBeforeTheLeastRounds() {
    assertEquals(PACE.leastRounds(), roundsUntil(0));
    assertEquals(4, roundsUntil(4));
    assertEquals(PACE.rounds(), roundsUntil(100));
  }

  /** Each round takes one tick; the wall's clock knows of no other time. */
  private int roundsUntil(int ticks) {
    now = 0;
    Codec slow =
        new FakeCodec() {
          @Override
          public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
            super.decode(coded, symbols, batch);
            now++;
          }
        };
    try (Contest contest = contest(PACE, new Deadline(() -> now, ticks))) {
      contest.enter(label("slow"), new Solo(slow, stretch, STOPPED));
      now = 0;
      contest.run();
      return contest.outcomes().getFirst().encode().length;
    }
  }

  @Test
  void warmsUpNoLongerThanTheTimeThatIsLeft() {
    Pace endless = new Pace(1, 1, 1, Long.MAX_VALUE, 0, 1000);
    try (Contest contest = contest(endless, new Deadline(() -> now++, 10))) {
      contest.enter(label("any"), new Solo(new FakeCodec(), stretch, STOPPED));
      assertTrue(now > 10, "the deadline was never asked for");
    }
  }

  @Test
  void timesSeveralThreadsFromTheFirstStartToTheLastEnd() {
    try (Contest contest = contest(PACE, new Deadline(STOPPED, 1))) {
      contest.enter(label("team"), new Team(FakeCodec::new, symbols(), SIZE, 3, System::nanoTime));
      contest.run();
      assertEquals(List.of(), contest.failures());
      assertEquals(PACE.rounds(), contest.outcomes().getFirst().decode().length);
    }
  }
}
