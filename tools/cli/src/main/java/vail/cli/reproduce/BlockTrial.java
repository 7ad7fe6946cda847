package vail.cli.reproduce;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import vail.backend.Backend;
import vail.block.Batch;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.cli.container.BookPolicies;
import vail.cli.reproduce.grid.Profile.Split;
import vail.cli.reproduce.grid.TensorWalk;
import vail.cli.reproduce.measure.BlockSaving;
import vail.code.BookSet;
import vail.code.SymbolKind;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.NumberFormat;
import vail.tensor.SymbolSplit;
import vail.tensor.TensorInfo;
import vail.tensor.TileSplitter;

/** Encodes bf16 tensors as blocks with the shipped books, decodes them again and compares. */
final class BlockTrial {
  private static final int TILE = Limits.MAX_BLOCK_SYMBOLS;
  private static final int PLANES = 2;

  private final Backend backend;
  private final BookSet books = BookPolicies.shipped().books();
  private final Function<SymbolKind, EncodePolicy> policies =
      BookPolicies.shipped().best(Layout.PORTABLE, Layout.PORTABLE);
  private final Map<String, BlockSaving> savings = new LinkedHashMap<>();
  private final Batch batch = new Batch(1);
  private final MemorySegment planes = MemorySegment.ofArray(new byte[PLANES * TILE]);
  private final MemorySegment restored = MemorySegment.ofArray(new byte[TILE]);
  private final MemorySegment block =
      MemorySegment.ofArray(new byte[BlockSize.bound(BlockOrder.STORED, TILE)]);

  private BlockTrial(Backend backend) {
    this.backend = backend;
  }

  /**
   * Codes all bf16 tensors of a folder, both as planes and as bytes.
   *
   * @param coded told the bytes of tensors that have been coded
   * @return a saving for each kind and split
   * @throws VailFormatException INTERNAL if a block does not come back as it was
   */
  static List<BlockSaving> run(Path folder, Backend backend, LongConsumer coded)
      throws IOException {
    BlockTrial trial = new BlockTrial(backend);
    TensorWalk.walk(
        folder,
        (tensor, label, values) -> {
          if (tensor.format() == NumberFormat.BF16) {
            trial.code(label.kind(), tensor, values, SymbolSplit.PLANES2, Split.PLANES);
            trial.code(label.kind(), tensor, values, SymbolSplit.BYTES, Split.BYTES);
          }
          coded.accept(tensor.bytes());
        });
    return new ArrayList<>(trial.savings.values());
  }

  private void code(
      String kind, TensorInfo tensor, MemorySegment values, SymbolSplit split, Split name) {
    TileSplitter splitter = TileSplitter.of(split);
    long symbols = splitter.symbols(tensor.bytes());
    long codedBytes = 0;
    for (long at = 0; at < symbols; at += TILE) {
      int size = (int) Math.min(TILE, symbols - at);
      splitter.split(values, splitter.rawBytes(at), size, planes, 0, size);
      for (int plane = 0; plane < split.planes(); plane++) {
        SymbolKind meaning = split.kind(tensor.type(), tensor.format(), plane);
        codedBytes += code(planes.asSlice((long) plane * size, size), meaning);
      }
    }
    savings.merge(
        kind + ' ' + name,
        new BlockSaving(kind, name, tensor.bytes(), codedBytes),
        BlockTrial::add);
  }

  private static BlockSaving add(BlockSaving one, BlockSaving other) {
    return new BlockSaving(
        one.kind(),
        one.split(),
        one.rawBytes() + other.rawBytes(),
        one.codedBytes() + other.codedBytes());
  }

  /** The bytes of the block of some symbols, once it has been read back. */
  private int code(MemorySegment symbols, SymbolKind meaning) {
    int size = (int) symbols.byteSize();
    batch.restart();
    batch.add(0, size, 0, (int) block.byteSize());
    backend.encoder().encode(books, policies.apply(meaning), symbols, block, batch);
    int bytes = batch.bytes(0);
    batch.restart();
    batch.add(0, bytes, 0, size);
    backend.decoder().decode(books, Limits.DEFAULT, block, restored, batch);
    if (batch.bytes(0) != size || symbols.mismatch(restored.asSlice(0, size)) >= 0) {
      throw new VailFormatException(Fault.INTERNAL, 0, "a block came back changed");
    }
    return bytes;
  }
}
