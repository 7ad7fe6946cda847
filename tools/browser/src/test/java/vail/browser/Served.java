package vail.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import vail.cli.Main;
import vail.cli.Shell;
import vail.cli.Terminal;

/** The command {@code vail serve}, from its first line to its end. */
final class Served implements AutoCloseable {
  private final Thread command;
  private final String address;

  Served() throws IOException {
    PipedOutputStream out = new PipedOutputStream();
    PipedInputStream said = new PipedInputStream(out);
    Shell shell =
        new Shell(
            InputStream.nullInputStream(),
            out,
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            Terminal.NONE);
    command = Thread.ofPlatform().start(() -> Main.run(shell, "serve"));
    BufferedReader lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8));
    address = lines.readLine().replaceFirst("Page: +", "");
  }

  /** As it was printed, with the key. */
  String address() {
    return address;
  }

  /** Without the key. */
  String origin() {
    return address.substring(0, address.indexOf("/#"));
  }

  @Override
  public void close() {
    command.interrupt();
    try {
      command.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
