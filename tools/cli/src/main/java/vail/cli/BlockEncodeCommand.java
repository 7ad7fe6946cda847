package vail.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.backend.Backend;
import vail.block.Bias;
import vail.block.BlockHeader;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.OneBlock;
import vail.block.Selection;
import vail.code.BookSet;
import vail.code.NamedBook;
import vail.code.SymbolKind;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** Codes the bytes of a file as one block. */
@Command(name = "encode", description = "Code the bytes of IN as one block.")
public final class BlockEncodeCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "IN", description = "1 to 65536 symbols, one a byte.")
  private Place in;

  @Parameters(paramLabel = "OUT", description = "The block.")
  private Place out;

  @Option(
      names = "--book",
      required = true,
      paramLabel = "BOOKS.json[:SLOT]",
      description = "The book; :SLOT[:EPOCH] where the file has several.")
  private BookReference reference;

  @Option(
      names = "--bias",
      paramLabel = "0..254|mean",
      converter = BiasConverter.class,
      description = "The shift (default: mean for books of exponents, 0 for others).")
  private Optional<Bias> bias = Optional.empty();

  @Mixin private LayoutOptions layoutOptions;

  @Option(
      names = "--streamed",
      description = "Tail after the payload, for links; at most 16384 symbols, never raw.")
  private boolean streamed;

  @Option(
      names = "--no-constant",
      description = "Code a repeated symbol like any others, instead of as a constant block.")
  private boolean noConstant;

  @Mixin private BackendOption backendOption;

  /** A command of this shell. */
  public BlockEncodeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    NamedBook book = reference.book();
    Layout layout = layoutOptions.layoutFor(book.book().bookClass());
    BlockOrder order = streamed ? BlockOrder.STREAMED : BlockOrder.STORED;
    byte[] symbols = symbols(order);
    byte[] block;
    try (Backend backend = backendOption.openFor(layout, book.book().bookClass())) {
      block =
          OneBlock.encode(
              backend.encoder(),
              BookSet.of(List.of(book)),
              new EncodePolicy(
                  new Selection.Fixed(book.id(), bias.orElse(usualBias(book)), layout),
                  noConstant ? ConstantBlocks.OFF : ConstantBlocks.ON,
                  order),
              symbols);
    }
    out.write(shell, block);
    if (out instanceof Place.File) {
      shell.println(
          "%d symbols, block of %d bytes: %s"
              .formatted(symbols.length, block.length, BlockWords.of(header(block))));
    }
    return Exit.DONE.code();
  }

  private byte[] symbols(BlockOrder order) throws IOException {
    int most =
        switch (order) {
          case STORED -> Limits.MAX_BLOCK_SYMBOLS;
          case STREAMED -> BlockSize.MAX_STREAMED_SYMBOLS;
        };
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = in.bytes(shell, arena);
      if (bytes.byteSize() < 1 || bytes.byteSize() > most) {
        throw new UsageException(
            "%s: %d bytes; a block codes 1 to %d symbols%s"
                .formatted(in, bytes.byteSize(), most, streamed ? " with --streamed" : ""));
      }
      return bytes.toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /** Exponents drift in scale; the books of other symbols know the symbols as they are (B-02). */
  private static Bias usualBias(NamedBook book) {
    return SymbolKind.find(book.symbols()).filter(SymbolKind::isExponent).isPresent()
        ? Bias.MEAN
        : Bias.NONE;
  }

  private static BlockHeader header(byte[] block) {
    return BlockHeader.parse(MemorySegment.ofArray(block), Limits.DEFAULT);
  }

  /** A fault of a batch, with a sentence and the name of its file. */
  static BadInputException named(Place file, VailFormatException trouble) {
    Fault fault = trouble.fault();
    return new BadInputException(
        file.toString(), new VailFormatException(fault, trouble.offset(), FaultWords.of(fault)));
  }
}
