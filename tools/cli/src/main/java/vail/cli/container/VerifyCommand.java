package vail.cli.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.backend.Backend;
import vail.cli.BackendOption;
import vail.cli.Exit;
import vail.cli.Place;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.cli.ThreadsOption;
import vail.cli.Units;
import vail.code.BookSet;
import vail.container.ContainerReader;
import vail.fault.Limits;
import vail.json.JsonObject;

/** Checks a container. */
@Command(
    name = "verify",
    description = "Decode and check every byte of a .vail file, and write nothing.")
public final class VerifyCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "IN", description = "A .vail file.")
  private Place in;

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
    long bytes = verified(installed.books());
    if (json) {
      shell.print(
          JsonObject.builder()
              .put("schema", "vail-verify/1")
              .put("file", in.toString())
              .put("sound", true)
              .put("rawBytes", bytes)
              .build());
    } else {
      shell.println("%s: sound, %s".formatted(Units.printable(in.toString()), Units.bytes(bytes)));
    }
    return Exit.DONE.code();
  }

  private long verified(BookSet books) throws IOException {
    try (Backend backend = backends.open();
        Progress progress = shell.progress("checking", in)) {
      ContainerReader reader =
          new ContainerReader(backend.decoder(), books, Limits.DEFAULT, threads.threads());
      return in.read(
          shell,
          source ->
              reader.read(
                  new CountedSource(source, progress),
                  Channels.newChannel(OutputStream.nullOutputStream()),
                  vail.container.Progress.NONE));
    }
  }
}
