package vail.bridge.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.jocl.CL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vail.backend.Backend;
import vail.backend.Probe;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** A device that refuses: every call fails once, and once with all that follow. */
class OpenClBackendTest {
  private static final int BLOCKS = 4;
  private static final int SYMBOLS = 400;
  private static final int ROOM = SYMBOLS + 12;

  /** For one block, so that several portions are under way. */
  private static final long PORTION = 500;

  /** Objects that stay for the next call whatever becomes of this one: the books. */
  private static final int SHELF = 1;

  @TempDir static Path kept;

  private final SplittableRandom random = new SplittableRandom(12);
  private final Codebook book = RandomBooks.of(random, BookClass.SHORT, 20);
  private final BookId id = new BookId(1, 0);
  private final BookSet books = BookSet.empty().with(id, book);
  private final byte[] symbols = SymbolShape.FITTING.symbols(random, book, 0, BLOCKS * SYMBOLS);
  private final EncodePolicy policy =
      EncodePolicy.stored(new Selection.Fixed(id, Bias.MEAN, Layout.PORTABLE));

  @BeforeEach
  void wantsADevice() {
    Families.ready(new OpenClProvider().probe(options(Family.SERIAL))).close();
  }

  private static OpenClOptions options(Family family) {
    return new OpenClOptions(Optional.of(family), Optional.of(kept), OptionalLong.of(PORTION));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void isAbsentIfAnyCallFailsWhileItOpens(Family family) {
    int call = 0;
    FailingCl cl;
    do {
      cl = new FailingCl(CL.CL_OUT_OF_RESOURCES);
      cl.failForGoodAfter(call++);
      switch (OpenClProvider.probe(cl, options(family))) {
        case Probe.Absent(String reason) -> assertTrue(reason.contains("was told to fail"), reason);
        case Probe.Ready(Backend backend) -> backend.close();
      }
      assertEquals(0, cl.live(), "after " + call + " calls");
    } while (cl.hasFailed());
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void survivesAnyCallThatFails(Family family) {
    codeWhile(family, FailingCl::failOnceAfter);
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void survivesADeviceThatVanishesAtAnyCall(Family family) {
    codeWhile(family, FailingCl::failForGoodAfter);
  }

  /** Encodes and decodes, each time from nothing and with a later call failing, until none does. */
  private void codeWhile(Family family, BiConsumer<FailingCl, Integer> failing) {
    FailingCl cl = new FailingCl(CL.CL_DEVICE_NOT_AVAILABLE);
    OpenClBackend backend = Families.ready(OpenClProvider.probe(cl, options(family)));
    int opened = cl.live();
    int call = 0;
    do {
      for (int place = 0; place < Portions.UNDER_WAY; place++) {
        cl.failOnceAfter(0);
        encoded(backend); // so that what was kept for the next call is let go
      }
      assertTrue(cl.live() <= opened + SHELF, cl.live() + " objects after " + call + " calls");
      failing.accept(cl, call++);
      code(backend, cl);
    } while (cl.hasFailed());
    assertTrue(call > 30, call + " calls");
    cl.recover();
    backend.close();
    assertEquals(0, cl.live());
  }

  private void code(OpenClBackend backend, FailingCl cl) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocateFrom(ValueLayout.JAVA_BYTE, symbols);
      MemorySegment to = arena.allocate((long) BLOCKS * ROOM);
      Batch batch = new Batch(BLOCKS);
      for (int i = 0; i < BLOCKS; i++) {
        batch.add((long) i * SYMBOLS, SYMBOLS, (long) i * ROOM, ROOM);
      }
      backend.encoder().encode(books, policy, from, to, batch);
      if (isWell(backend, batch, cl)) {
        int[] bytes = new int[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
          bytes[i] = batch.bytes(i);
        }
        batch.clear();
        for (int i = 0; i < BLOCKS; i++) {
          batch.add((long) i * ROOM, bytes[i], (long) i * SYMBOLS, SYMBOLS);
        }
        byte[] decoded = new byte[symbols.length];
        backend.decoder().decode(books, Limits.DEFAULT, to, MemorySegment.ofArray(decoded), batch);
        if (isWell(backend, batch, cl)) {
          assertArrayEquals(symbols, decoded);
        }
      }
    }
  }

  private static boolean isWell(OpenClBackend backend, Batch batch, FailingCl cl) {
    if (batch.ok()) {
      return true;
    }
    assertTrue(cl.hasFailed());
    for (int i = firstFailed(batch); i < batch.size(); i++) {
      assertEquals(Fault.INTERNAL, batch.fault(i));
    }
    String trouble = backend.trouble().orElseThrow();
    assertTrue(trouble.contains("was told to fail"), trouble);
    return false;
  }

  /** The portions before were well. */
  private static int firstFailed(Batch batch) {
    int i = 0;
    while (batch.ok(i)) {
      i++;
    }
    return i;
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void worksAgainAfterACallThatFailed(Family family) {
    FailingCl cl = new FailingCl(CL.CL_OUT_OF_HOST_MEMORY);
    try (OpenClBackend backend = Families.ready(OpenClProvider.probe(cl, options(family)))) {
      cl.failOnceAfter(5);
      Batch failed = encoded(backend);
      assertEquals(Fault.INTERNAL, failed.fault(0));

      cl.recover();
      assertTrue(encoded(backend).ok());
    }
    assertEquals(0, cl.live());
  }

  private Batch encoded(OpenClBackend backend) {
    Batch batch = new Batch(1);
    batch.add(0, SYMBOLS, 0, ROOM);
    backend
        .encoder()
        .encode(
            books,
            policy,
            MemorySegment.ofArray(symbols),
            MemorySegment.ofArray(new byte[ROOM]),
            batch);
    return batch;
  }

  @Test
  void saysWhatTheDeviceHasSpentItsTimeOn() {
    OpenClBackend backend = Families.ready(new OpenClProvider().probe(options(Family.SERIAL)));
    try (backend) {
      assertTrue(encoded(backend).ok());
      assertTrue(backend.timings().computeNanos() > 0, backend.timings().toString());
      assertInstanceOf(Optional.class, backend.trouble());
    }
  }
}
