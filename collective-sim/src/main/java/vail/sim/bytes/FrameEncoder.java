package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import vail.block.Batch;
import vail.block.BlockEncoder;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.EncodePolicy;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.CodebookBytes;
import vail.code.Histogram;
import vail.sim.plan.Codec;
import vail.tensor.ElementType;

/** Makes frames of chunks. Belongs to one thread at a time. */
final class FrameEncoder {
  /** What a frame calls its own book. */
  static final BookId OWN = new BookId(BookId.MAX_SLOT, 0);

  private final BlockEncoder encoder;
  private final Tiles tiles;
  private final Planes planes;
  private final byte[] blocks;
  private final Batch[] batches;

  FrameEncoder(ElementType type, Coder coder) {
    this.encoder = coder.encoder();
    planes = new Planes(type, coder.planes());
    tiles = planes.tiles();
    blocks = new byte[tiles.room() + BlockSize.FRAME * tiles.planes() * Tiles.MOST];
    batches = new Batch[tiles.planes()];
    Arrays.setAll(batches, _ -> new Batch(Tiles.MOST));
  }

  /** The frame of values that are sent in a step, with installed books where it wants any. */
  Frame encode(Chunk values, Codec codec, int step, Books.Installed books) {
    return switch (codec) {
      case NONE -> new Frame.Plain(values);
      case SINGLE -> single(values, step, books);
      case THREE -> three(values);
    };
  }

  private Frame single(Chunk values, int step, Books.Installed books) {
    FrameBuilder frame = new FrameBuilder(values);
    List<EncodePolicy> policies =
        tiles.kinds().stream().map(kind -> books.policies().of(step, kind)).toList();
    encode(frame, values, _ -> true, books.books(), policies);
    return frame.build(false);
  }

  /** Each lane is counted, then coded with a book made of the counts, which goes before it. */
  private Frame three(Chunk values) {
    FrameBuilder frame = new FrameBuilder(values);
    List<EncodePolicy> policies =
        tiles.kinds().stream().map(each -> OwnBook.policy(each, OWN)).toList();
    for (int lane = 0; lane < values.shape().lanes(); lane++) {
      int only = lane;
      if (values.shape().laneBytes(lane) > CodebookBytes.SIZE) {
        Codebook book = OwnBook.ofFrame(planes.count(values, l -> l == only));
        frame.add(lane, book.toBytes(), 0, CodebookBytes.SIZE);
        encode(frame, values, l -> l == only, BookSet.empty().with(OWN, book), policies);
      }
    }
    return frame.build(true);
  }

  /** The symbols of the first block of values that is coded. */
  Histogram block(Chunk values) {
    return planes.block(values);
  }

  private void encode(
      FrameBuilder frame,
      Chunk values,
      IntPredicate lanes,
      BookSet set,
      List<EncodePolicy> policies) {
    tiles.deal(
        values.shape(),
        lanes,
        () -> {
          planes.split(values);
          for (int plane = 0; plane < tiles.planes(); plane++) {
            encode(plane, set, policies.get(plane));
          }
          collect(frame);
        });
  }

  private void encode(int plane, BookSet set, EncodePolicy policy) {
    Batch batch = batches[plane];
    batch.restart();
    for (int tile = 0; tile < tiles.count(); tile++) {
      int symbols = tiles.symbols(tile);
      long from = tiles.place(tile) + (long) plane * symbols;
      int room = BlockSize.bound(BlockOrder.STORED, symbols);
      batch.add(from, symbols, blockAt(tile, plane), room);
    }
    encoder.encode(set, policy, planes.symbols(), MemorySegment.ofArray(blocks), batch);
  }

  private int blockAt(int tile, int plane) {
    int before = tile * tiles.planes() + plane;
    return tiles.place(tile) + plane * tiles.symbols(tile) + BlockSize.FRAME * before;
  }

  private void collect(FrameBuilder frame) {
    for (int tile = 0; tile < tiles.count(); tile++) {
      for (int plane = 0; plane < tiles.planes(); plane++) {
        frame.add(tiles.lane(tile), blocks, blockAt(tile, plane), batches[plane].bytes(tile));
      }
    }
  }
}
