package vail.cli.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vail.block.BlockHeader;
import vail.cli.BlockWords;
import vail.cli.Names;
import vail.cli.Shell;
import vail.container.RandomAccessReader;
import vail.container.SegmentEntry;
import vail.container.SegmentRole;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** The blocks of a container, one by one. */
final class BlockLists {
  private final RandomAccessReader reader;

  BlockLists(RandomAccessReader reader) {
    this.reader = reader;
  }

  /** A line a block, as they come: a file may have millions. */
  void print(Shell shell) throws IOException {
    for (SegmentEntry entry : reader.directory().segments()) {
      String name = name(entry);
      reader.visit(
          entry,
          (tile, plane, place, header) ->
              shell.println(
                  "%s tile %d plane %d at byte %d: %d symbols in %d bytes, %s"
                      .formatted(
                          name,
                          tile,
                          plane,
                          place,
                          header.symbols(),
                          header.blockBytes(),
                          BlockWords.of(header))));
    }
  }

  JsonArray json() throws IOException {
    List<JsonValue> blocks = new ArrayList<>();
    for (SegmentEntry entry : reader.directory().segments()) {
      String name = name(entry);
      reader.visit(
          entry,
          (tile, plane, place, header) -> blocks.add(json(name, tile, plane, place, header)));
    }
    return JsonArray.of(blocks);
  }

  private static JsonObject json(
      String name, long tile, int plane, long place, BlockHeader header) {
    return JsonObject.builder()
        .put("tensor", name)
        .put("tile", tile)
        .put("plane", plane)
        .put("place", place)
        .put("kind", Names.of(header.kind()))
        .put("slot", header.book().map(book -> book.slot()).orElse(0))
        .put("epoch", header.book().map(book -> book.epoch()).orElse(0))
        .put("bias", header.bias())
        .put("symbols", header.symbols())
        .put("bytes", header.blockBytes())
        .build();
  }

  private static String name(SegmentEntry entry) {
    return entry.segment().role() == SegmentRole.OPAQUE
        ? "(between tensors)"
        : vail.cli.Units.printable(Report.name(entry));
  }
}
