package vail.cli;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.backend.Backend;
import vail.block.OneBlock;
import vail.code.BookSet;
import vail.code.DefaultBooks;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** Decodes a file that is one block. */
@Command(name = "decode", description = "Decode IN, which must be one block and nothing else.")
public final class BlockDecodeCommand implements Callable<Integer> {
  /** Far more than any block: what lies behind it is trailing data, however much it is. */
  private static final long MOST_READ = 1 << 20;

  private final Shell shell;

  @Parameters(paramLabel = "IN", description = "One block, stored or streamed.")
  private Place in;

  @Parameters(paramLabel = "OUT", description = "The symbols, one a byte.")
  private Place out;

  @Option(
      names = "--book",
      paramLabel = "BOOKS.json[:SLOT]",
      description = "The books that are installed (default: the shipped ones).")
  private Optional<BookReference> reference = Optional.empty();

  @Mixin private BackendOption backendOption;

  /** A command of this shell. */
  public BlockDecodeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    BookSet books =
        BookSet.of(reference.isPresent() ? reference.get().books() : DefaultBooks.all());
    byte[] block = block();
    byte[] symbols;
    try (Backend backend = backendOption.open()) {
      symbols = OneBlock.decode(backend.decoder(), books, Limits.DEFAULT, block);
    } catch (VailFormatException trouble) {
      throw BlockEncodeCommand.named(in, trouble);
    }
    out.write(shell, symbols);
    if (out instanceof Place.File) {
      shell.println(symbols.length + " symbols");
    }
    return Exit.DONE.code();
  }

  private byte[] block() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = in.bytes(shell, arena);
      return bytes.asSlice(0, Math.min(bytes.byteSize(), MOST_READ)).toArray(JAVA_BYTE);
    }
  }
}
