package vail.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import vail.backend.Backend;
import vail.block.Batch;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** An example of the kind {@code decode}: blocks, and the symbols or the fault of each. */
record DecodeExample(Example example, ExampleBooks books) {
  private static final byte UNTOUCHED = 0x5a;

  void run(Backend backend) {
    for (Example block : example.cases()) {
      new DecodeExample(block, books).runOne(backend);
    }
  }

  private void runOne(Backend backend) {
    byte[] block = Texts.bytes(example.one("block"));
    byte[] room =
        new byte[example.find("room").map(Integer::parseInt).orElse(Limits.MAX_BLOCK_SYMBOLS)];
    Arrays.fill(room, UNTOUCHED);
    Batch batch = new Batch(1);
    batch.add(0, block.length, 0, room.length);
    backend
        .decoder()
        .decode(
            books.installed(),
            limits(),
            MemorySegment.ofArray(block),
            MemorySegment.ofArray(room),
            batch);
    Optional<String> fault = example.find("fault");
    int released = 0;
    if (fault.isPresent()) {
      VailFormatException e = assertThrows(VailFormatException.class, () -> batch.bytes(0));
      assertEquals(fault.get(), Texts.fault(e), example.one("block"));
    } else {
      released = batch.bytes(0);
      assertEquals(
          Texts.hex(Texts.bytes(example.one("symbols"))), Texts.hex(Arrays.copyOf(room, released)));
    }
    byte[] beyond = new byte[room.length - released];
    Arrays.fill(beyond, UNTOUCHED);
    assertArrayEquals(beyond, Arrays.copyOfRange(room, released, room.length));
  }

  private Limits limits() {
    int symbols = example.find("limit").map(Integer::parseInt).orElse(Limits.MAX_BLOCK_SYMBOLS);
    return new Limits(symbols, 0, 0, 0);
  }
}
