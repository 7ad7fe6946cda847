package vail.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vail.cli.Exit;
import vail.cli.Shell;

/** Serves the simulator as a web page. */
@Command(
    name = "serve",
    description = {
      "Serve a web page that asks the simulator: what pays, what binds, what if, and dies that really"
          + " run.",
      "",
      "Only this computer can connect unless --listen names another address of it, which wants TLS."
    })
public final class ServeCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port to listen on; 0 takes one that is free (default: 0).")
  private int port;

  @Option(
      names = "--listen",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "A name or address of this computer (default: 127.0.0.1).")
  private String host = "";

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "For TLS: a chain of certificates in PEM; --private-key goes with it.")
  private Optional<Path> certificate = Optional.empty();

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      description = "For TLS: the key of the certificate in PEM.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--verbose",
      description = "Log each operation of dies that run, by run, die and step.")
  private boolean verbose;

  /** A command of this shell. */
  public ServeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    // A class of its own: the server is loaded when it is wanted, not with this command.
    Logs.begin(verbose ? Level.FINE : Level.INFO);
    Serving.run(shell, new Serving.Place(host, port, certificate, key));
    return Exit.DONE.code();
  }
}
