package vail.cli.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.cli.BackendOption;
import vail.cli.BadInputException;
import vail.cli.Exit;
import vail.cli.Names;
import vail.cli.Place;
import vail.cli.Shell;
import vail.cli.Table;
import vail.cli.Units;
import vail.container.RandomAccessReader;
import vail.fault.Limits;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.tensor.FileKind;
import vail.tensor.FileLayout;
import vail.tensor.Prefix;
import vail.tensor.TensorFile;
import vail.tensor.TensorInfo;

/** Shows what a file holds. */
@Command(
    name = "inspect",
    description = "List the tensors of a .vail file, or of one that is not encoded yet.")
public final class InspectCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "IN", description = "A .vail, safetensors or npy file.")
  private Place in;

  @Option(names = "--blocks", description = "Also one line a block.")
  private boolean blocks;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private InstalledBooks installed;

  @Mixin private BackendOption backends;

  /** A command of this shell. */
  public InspectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (in instanceof Place.File(Path path)) {
      return inspect(path);
    }
    // Looking around in a file needs one, and a pipe is none.
    Path copy = Files.createTempFile("vail-inspect", ".vail");
    try {
      Files.copy(shell.in(), copy, StandardCopyOption.REPLACE_EXISTING);
      return inspect(copy);
    } finally {
      Files.delete(copy);
    }
  }

  private int inspect(Path path) throws IOException {
    FileLayout layout = layout(path);
    if (layout.kind() == FileKind.OPAQUE) {
      return new Containers(backends, installed.books(), 1)
          .open(path, in.toString(), this::container);
    }
    original(layout, Files.size(path));
    return Exit.DONE.code();
  }

  private FileLayout layout(Path path) throws IOException {
    try (FileChannel channel = Place.open(path)) {
      Prefix prefix = new Prefix(channel, OptionalLong.of(channel.size()));
      return BadInputException.naming(
          in.toString(), () -> TensorFile.recognise(prefix, Limits.DEFAULT));
    }
  }

  private int container(RandomAccessReader reader) throws IOException {
    Report report = new Report(in.toString(), reader.directory());
    if (json) {
      JsonObject.Builder document =
          report.json("vail-inspect/1").put("kind", Names.of(reader.directory().kind()));
      if (blocks) {
        document.put("blocks", new BlockLists(reader).json());
      }
      shell.print(document.build());
    } else {
      shell.println(Units.printable(in.toString()) + ": " + report.line());
      shell.print(report.tensors());
      if (blocks) {
        new BlockLists(reader).print(shell);
      }
    }
    return Exit.DONE.code();
  }

  /** What is not encoded yet has no books and no blocks. */
  private void original(FileLayout layout, long bytes) {
    if (json) {
      shell.print(
          JsonObject.builder()
              .put("schema", "vail-inspect/1")
              .put("file", in.toString())
              .put("kind", Names.of(layout.kind()))
              .put("rawBytes", bytes)
              .put("tensors", JsonArray.of(layout.tensors().stream().map(Report::json).toList()))
              .build());
      return;
    }
    Table table = new Table("lllr", "tensor", "dtype", "shape", "raw");
    for (TensorInfo tensor : layout.tensors()) {
      table.row(
          tensor.name(),
          tensor.type().name(),
          Report.shape(tensor.shape()),
          Units.bytes(tensor.bytes()));
    }
    shell.println(
        "%s: %s, not encoded; try 'vail encode %s OUT.vail'"
            .formatted(Units.printable(in.toString()), Units.bytes(bytes), in));
    shell.print(table.text());
  }
}
