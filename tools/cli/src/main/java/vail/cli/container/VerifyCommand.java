package vail.cli.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.backend.Backend;
import vail.cli.BackendOption;
import vail.cli.BadInputException;
import vail.cli.Exit;
import vail.cli.Folders;
import vail.cli.Place;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.cli.ThreadsOption;
import vail.container.ContainerReader;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.json.JsonArray;
import vail.json.JsonObject;

/** Checks containers. */
@Command(
    name = "verify",
    description = "Decode and check every byte of .vail files, and write nothing.")
public final class VerifyCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "IN",
      arity = "1..*",
      description = "Files to check, or folders of .vail files.")
  private List<Place> inputs;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private InstalledBooks installed;

  @Mixin private BackendOption backends;

  @Mixin private ThreadsOption threads;

  /** A command of this shell. */
  public VerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    boolean sound = true;
    List<JsonObject> documents = new ArrayList<>();
    try (Backend backend = backends.open()) {
      ContainerReader reader =
          new ContainerReader(
              backend.decoder(),
              backend.planes(),
              installed.books(),
              Limits.DEFAULT,
              threads.threads());
      for (Place file : files()) {
        Verification found = verify(reader, file);
        sound &= found.trouble().isEmpty();
        show(found);
        if (json) {
          documents.add(found.json());
        }
      }
    }
    if (json) {
      shell.print(
          JsonObject.builder()
              .put("schema", "vail-verify/1")
              .put("sound", sound)
              .put("files", JsonArray.of(documents))
              .build());
    }
    return (sound ? Exit.DONE : Exit.BAD_INPUT).code();
  }

  private void show(Verification found) {
    if (found.trouble().isPresent()) {
      shell.err().println("vail: " + found.line());
    } else if (!json) {
      shell.println(found.line());
    }
  }

  private List<Place> files() throws IOException {
    List<Place> files = new ArrayList<>();
    for (Place input : inputs) {
      if (input instanceof Place.File(Path path) && Files.isDirectory(path)) {
        Folders.files(path, ".vail").forEach(file -> files.add(new Place.File(file)));
      } else {
        files.add(input);
      }
    }
    return files;
  }

  private Verification verify(ContainerReader reader, Place file) throws IOException {
    try (Progress progress = shell.progress("checking", file)) {
      long bytes = file.read(shell, source -> read(reader, new CountedSource(source, progress)));
      return new Verification(file.toString(), bytes, Optional.empty());
    } catch (BadInputException e) {
      if (e.trouble().fault() == Fault.CANCELLED) {
        throw e;
      }
      return new Verification(file.toString(), 0, Optional.of(e.trouble()));
    }
  }

  private static long read(ContainerReader reader, CountedSource source) throws IOException {
    WritableByteChannel nowhere = Channels.newChannel(OutputStream.nullOutputStream());
    return reader.read(source, nowhere, vail.container.Progress.NONE);
  }
}
