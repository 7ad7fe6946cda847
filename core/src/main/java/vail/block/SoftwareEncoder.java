package vail.block;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.function.Supplier;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** The encoder of every software backend: selection and frame around a {@link PayloadCoder}. */
public final class SoftwareEncoder implements BlockEncoder {
  private final WorkspacePool<Workspace> workspaces;

  /** An encoder over a kernel; each thread that is in a call at once gets a kernel of its own. */
  public SoftwareEncoder(Supplier<PayloadCoder> kernels) {
    workspaces = new WorkspacePool<>(() -> new Workspace(kernels.get()));
  }

  @Override
  public void encode(
      BookSet books,
      EncodePolicy policy,
      MemorySegment symbols,
      MemorySegment blocks,
      Batch batch) {
    Workspace workspace = workspaces.take();
    try {
      Optional<Selector> selector = workspace.selector(books, policy.selection());
      for (int i = 0; i < batch.size(); i++) {
        workspace.encode(selector, policy, symbols, blocks, batch, i);
      }
    } catch (VailFormatException e) {
      for (int i = 0; i < batch.size(); i++) {
        batch.fail(i, e.fault(), e.offset());
      }
    } finally {
      workspaces.giveBack(workspace);
    }
  }

  /** The scratch of one thread in a call. */
  private static final class Workspace {
    private final PayloadCoder kernel;
    private final SymbolCounter counter;
    private final FrameWriter frame = new FrameWriter();
    private final byte[] symbols = new byte[Limits.MAX_BLOCK_SYMBOLS + PayloadCoder.SLACK];
    private final byte[] block =
        new byte[BlockSize.FRAME + PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];

    Workspace(PayloadCoder kernel) {
      this.kernel = kernel;
      this.counter = kernel.counter();
    }

    Optional<Selector> selector(BookSet books, Selection selection) {
      return switch (selection) {
        case Selection.Raw raw -> Optional.empty();
        case Selection.Fixed fixed -> Optional.of(Selector.of(books, fixed, counter));
        case Selection.Best best -> Optional.of(Selector.of(books, best, counter));
      };
    }

    void encode(
        Optional<Selector> selector,
        EncodePolicy policy,
        MemorySegment from,
        MemorySegment to,
        Batch batch,
        int i) {
      int count = batch.sourceBytes(i);
      if (count < 1 || count > most(policy.order())) {
        batch.fail(i, Fault.BAD_ARGUMENT, 0);
        return;
      }
      MemorySegment.copy(from, ValueLayout.JAVA_BYTE, batch.sourceAt(i), symbols, 0, count);
      int bytes = encode(selector, policy, count, batch);
      if (bytes > batch.targetRoom(i)) {
        batch.fail(i, Fault.OUTPUT_TOO_SMALL, 0);
        return;
      }
      MemorySegment.copy(block, 0, to, ValueLayout.JAVA_BYTE, batch.targetAt(i), bytes);
      batch.succeed(i, bytes);
      if (selector.isPresent()) {
        selector.get().sent(batch);
      }
    }

    private static int most(BlockOrder order) {
      return switch (order) {
        case STORED -> Limits.MAX_BLOCK_SYMBOLS;
        case STREAMED -> BlockSize.MAX_STREAMED_SYMBOLS;
      };
    }

    /** Builds the block in the scratch and returns its bytes. */
    private int encode(Optional<Selector> selector, EncodePolicy policy, int count, Batch batch) {
      if (selector.isPresent()) {
        selector.get().select(symbols, count, batch);
      }
      if (count > 1
          && policy.constant() == ConstantBlocks.ON
          && SymbolStats.constant(symbols, count)) {
        block[FrameWriter.payloadAt(policy.order())] = symbols[0];
        return frame.constant(policy.order(), count, block);
      }
      return selector.isPresent()
          ? coded(selector.get(), policy.order(), count)
          : raw(policy.order(), count);
    }

    /** B-26: a stored block that coding does not make smaller stays raw. */
    private int coded(Selector selected, BlockOrder order, int count) {
      Choice choice = selected.choice();
      int bias = selected.bias();
      int payloadAt = FrameWriter.payloadAt(order);
      int payload =
          kernel.encode(choice.book(), bias, choice.layout(), symbols, count, block, payloadAt);
      return order == BlockOrder.STORED && payload >= count
          ? raw(order, count)
          : frame.coded(choice, bias, order, count, payload, block);
    }

    private int raw(BlockOrder order, int count) {
      System.arraycopy(symbols, 0, block, FrameWriter.payloadAt(order), count);
      return frame.raw(order, count, block);
    }
  }
}
