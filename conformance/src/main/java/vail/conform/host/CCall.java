package vail.conform.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vail.conform.host.GuardedMemory.Side;
import vail.conform.wire.Reply;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonWriter;

/** Wrong calls of the C interface, just as a vector describes them, between guarded pages. */
final class CCall {
  private static final int BLOCK_BYTES = 40;
  private static final byte FILLING = (byte) 0xa5;
  private static final int MOST_TEXT = 1 << 16;

  private final CLibrary library;
  private final GuardedMemory sources;
  private final GuardedMemory targets;

  CCall(CLibrary library, GuardedMemory sources, GuardedMemory targets) {
    this.library = library;
    this.sources = sources;
    this.targets = targets;
  }

  /** Calls, and says what was returned and what became of each block. */
  Reply perform(byte[] json) {
    JsonObject call = JsonReader.read(MemorySegment.ofArray(json)).asObject("the call");
    return switch (call.string("call")) {
      case "open" -> returned(open(call.string("options")));
      case "describe" -> returned(describe((int) call.integer("room", 0, MOST_TEXT)));
      case "load_book" -> returned(loadBook(call));
      case "encode", "decode" -> code(call);
      default -> throw new IllegalArgumentException("no call of vail.h");
    };
  }

  private static Reply returned(int fault) {
    return reply(fault, List.of());
  }

  private static Reply reply(int returns, List<JsonArray> blocks) {
    JsonObject json =
        JsonObject.builder().put("returns", returns).put("blocks", JsonArray.of(blocks)).build();
    return new Reply.Data(JsonWriter.compact(json).getBytes(StandardCharsets.UTF_8));
  }

  private int open(String options) {
    byte[] ascii = options.getBytes(StandardCharsets.US_ASCII);
    MemorySegment result = targets.filled(Side.BACK, ADDRESS.byteSize(), (byte) 0);
    int fault = library.open(sources.holding(Side.BACK, ascii), result);
    require(targets.untouched(Side.BACK, ADDRESS.byteSize()), "it writes beside the session");
    return fault;
  }

  private int describe(int room) {
    MemorySegment text = targets.filled(Side.BACK, room, FILLING);
    int fault = library.describe(text);
    require(targets.untouched(Side.BACK, room), "it writes before the description");
    require(fault == 0 || same(text, 0, room), "it writes a description that has no room");
    return fault;
  }

  private int loadBook(JsonObject call) {
    byte[] book = HexFormat.of().parseHex(call.string("book"));
    MemorySegment digest = targets.filled(Side.BACK, 32, FILLING);
    return library.loadBook(
        (int) call.integer("slot", 0, 0xffff_ffffL),
        (int) call.integer("epoch", 0, 0xffff_ffffL),
        sources.holding(Side.BACK, book),
        digest);
  }

  private Reply code(JsonObject call) {
    try (Arena arena = Arena.ofConfined()) {
      byte[] bytes = HexFormat.of().parseHex(call.string("source"));
      int room = (int) call.integer("target", 0, vail.conform.wire.Message.MOST);
      MemorySegment source = sources.holding(Side.BACK, bytes);
      MemorySegment target = targets.filled(Side.BACK, room, FILLING);
      List<long[]> places = rows(call, "batch");
      MemorySegment batch = batch(places, arena);
      int returns =
          call.string("call").equals("encode")
              ? library.encode(
                  policy(call, arena),
                  source,
                  target,
                  batch,
                  places.size(),
                  arena.allocate(JAVA_INT))
              : library.decode(
                  (int) call.integer("release", 0, 0xffff_ffffL),
                  (int) call.integer("most", 0, 0xffff_ffffL),
                  source,
                  target,
                  batch,
                  places.size());
      require(targets.untouched(Side.BACK, room), "it writes outside of the target");
      require(source.mismatch(MemorySegment.ofArray(bytes)) < 0, "it writes into the source");
      List<JsonArray> outcomes = returns == 0 ? outcomes(batch, places.size()) : List.of();
      boolean scratch = call.find("release").isPresent() && call.integer("release", 0, 9) == 1;
      checkTarget(target, places, outcomes, scratch);
      return reply(returns, outcomes);
    }
  }

  private static MemorySegment batch(List<long[]> places, Arena arena) {
    MemorySegment batch = arena.allocate((long) BLOCK_BYTES * places.size(), 8);
    for (int i = 0; i < places.size(); i++) {
      long at = (long) BLOCK_BYTES * i;
      batch.set(JAVA_LONG, at, places.get(i)[0]);
      batch.set(JAVA_INT, at + 16, (int) places.get(i)[1]);
      batch.set(JAVA_LONG, at + 8, places.get(i)[2]);
      batch.set(JAVA_INT, at + 20, (int) places.get(i)[3]);
    }
    return batch;
  }

  private static List<JsonArray> outcomes(MemorySegment batch, int count) {
    List<JsonArray> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = (long) BLOCK_BYTES * i;
      outcomes.add(
          JsonArray.of(
              batch.get(JAVA_INT, at + 24) & 0xffff_ffffL,
              batch.get(JAVA_INT, at + 28) & 0xffff_ffffL));
    }
    return outcomes;
  }

  private static MemorySegment policy(JsonObject call, Arena arena) {
    return CPolicy.image(
        rows(call, "candidates"),
        rows(call, "biases"),
        new long[] {
          call.integer("stride", 0, 0xffff_ffffL),
          call.integer("order", 0, 0xffff_ffffL),
          call.integer("constant", 0, 0xffff_ffffL),
          call.integer("reserved", 0, 0xffff_ffffL)
        },
        arena);
  }

  private static List<long[]> rows(JsonObject call, String field) {
    return call.array(field).items().stream()
        .map(row -> row.asArray(field).integers(field, Long.MIN_VALUE, Long.MAX_VALUE))
        .toList();
  }

  /** Only the room of blocks that went well may have changed, or of all where that is granted. */
  private static void checkTarget(
      MemorySegment target, List<long[]> places, List<JsonArray> outcomes, boolean scratch) {
    boolean[] free = new boolean[(int) target.byteSize()];
    for (int i = 0; i < outcomes.size(); i++) {
      boolean well = outcomes.get(i).integers("outcome", 0, 0xffff_ffffL)[0] == 0;
      if (well || scratch) {
        int from = (int) places.get(i)[2];
        java.util.Arrays.fill(free, from, from + (int) places.get(i)[3], true);
      }
    }
    for (int at = 0; at < free.length; at++) {
      require(free[at] || same(target, at, at + 1), "it writes outside of the room of a block");
    }
  }

  private static boolean same(MemorySegment target, int from, int to) {
    for (int at = from; at < to; at++) {
      if (target.get(JAVA_BYTE, at) != FILLING) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new LibraryMisbehavesException(otherwise);
    }
  }
}
