package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.BlockHeader;
import vail.block.Release;
import vail.code.BookSet;
import vail.code.CodebookBytes;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.ElementType;

/**
 * Restores the values of frames, from their bytes and no more than a message's header says. Belongs
 * to one thread at a time.
 */
final class FrameDecoder {
  private final BlockDecoder decoder;
  private final Tiles tiles;
  private final byte[] planes;
  private final Batch[] batches;
  private int lane;
  private int at;

  FrameDecoder(ElementType type, Coder coder) {
    this.decoder = coder.decoder();
    tiles = new Tiles(type, coder.planes());
    planes = new byte[tiles.room()];
    batches = new Batch[tiles.planes()];
    Arrays.setAll(batches, _ -> new Batch(Tiles.MOST, Release.SCRATCH));
  }

  /**
   * The values of a frame.
   *
   * @param installed books that it may name, unless it has its own
   * @throws VailFormatException at the first byte of the frame that is not sound
   */
  Chunk decode(Frame frame, BookSet installed) {
    return switch (frame) {
      case Frame.Plain(Chunk values) -> values;
      case Frame.Coded coded -> decode(coded, installed);
    };
  }

  private Chunk decode(Frame.Coded frame, BookSet installed) {
    byte[] values = new byte[frame.shape().bytes()];
    for (int each = 0; each < frame.shape().lanes(); each++) {
      if (frame.isRaw(each)) {
        int to = frame.shape().laneStart(each);
        System.arraycopy(frame.bytes(), frame.start(each), values, to, frame.bytes(each));
      } else if (frame.hasOwnBooks()) {
        decodeOwn(frame, each, values);
      }
    }
    if (!frame.hasOwnBooks()) {
      begin(-1, 0);
      tiles.deal(
          frame.shape(), each -> !frame.isRaw(each), () -> decodeGroup(frame, installed, values));
      checkEnd(frame);
    }
    return new Chunk(frame.shape(), values);
  }

  private void decodeOwn(Frame.Coded frame, int own, byte[] values) {
    MemorySegment bytes = MemorySegment.ofArray(frame.bytes());
    int start = frame.start(own);
    int size = Math.min(CodebookBytes.SIZE, frame.bytes(own));
    BookSet book;
    try {
      book = BookSet.empty().with(FrameEncoder.OWN, CodebookBytes.read(bytes.asSlice(start, size)));
    } catch (VailFormatException e) {
      throw e.within(start);
    }
    begin(own, start + CodebookBytes.SIZE);
    tiles.deal(frame.shape(), lane -> lane == own, () -> decodeGroup(frame, book, values));
    checkEnd(frame);
  }

  private void begin(int atLane, int atByte) {
    lane = atLane;
    at = atByte;
  }

  private void decodeGroup(Frame.Coded frame, BookSet set, byte[] values) {
    MemorySegment bytes = MemorySegment.ofArray(frame.bytes());
    MemorySegment symbols = MemorySegment.ofArray(planes);
    findBlocks(frame, bytes);
    for (Batch batch : batches) {
      decoder.decode(set, Limits.DEFAULT, bytes, symbols, batch);
      checkAll(batch);
    }
    MemorySegment to = MemorySegment.ofArray(values);
    for (int tile = 0; tile < tiles.count(); tile++) {
      int count = tiles.symbols(tile);
      tiles.splitter().merge(symbols, tiles.place(tile), count, count, to, tiles.start(tile));
    }
  }

  private void findBlocks(Frame.Coded frame, MemorySegment bytes) {
    for (Batch batch : batches) {
      batch.restart();
    }
    for (int tile = 0; tile < tiles.count(); tile++) {
      if (tiles.lane(tile) != lane) {
        checkEnd(frame);
        begin(tiles.lane(tile), frame.start(tiles.lane(tile)));
      }
      for (int plane = 0; plane < batches.length; plane++) {
        int symbols = tiles.symbols(tile);
        int size = blockBytes(bytes.asSlice(at, frame.end(lane) - at), symbols);
        batches[plane].add(at, size, tiles.place(tile) + (long) plane * symbols, symbols);
        at += size;
      }
    }
  }

  private int blockBytes(MemorySegment rest, int symbols) {
    try {
      BlockHeader header = BlockHeader.parse(rest, Limits.DEFAULT);
      if (header.symbols() != symbols) {
        throw new VailFormatException(
            Fault.BAD_FIELD, 4, header.symbols() + " symbols where " + symbols + " are due");
      }
      return header.blockBytes();
    } catch (VailFormatException e) {
      throw e.within(at);
    }
  }

  private void checkEnd(Frame.Coded frame) {
    if (lane >= 0 && at != frame.end(lane)) {
      throw new VailFormatException(
          Fault.TRAILING_DATA, at, "bytes after the last block of a lane");
    }
  }

  private static void checkAll(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (!batch.ok(i)) {
        throw new VailFormatException(
            batch.fault(i), batch.sourceAt(i) + batch.faultAt(i), "a block of a frame");
      }
    }
  }
}
