package vail.conform.dut;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A child process: the protocol on its standard streams, its standard error kept for reports. */
final class ChildLink implements Link {
  private final Process process;
  private final TextRing words = new TextRing();
  private final Thread listener;

  private ChildLink(Process process) {
    this.process = process;
    this.listener = Thread.ofPlatform().daemon().name("vail-stderr").start(this::listen);
  }

  /** Starts a program; an {@link IOException} says why it does not start. */
  static ChildLink start(List<String> command) throws IOException {
    return new ChildLink(new ProcessBuilder(command).start());
  }

  private void listen() {
    byte[] piece = new byte[4096];
    try (InputStream errors = process.getErrorStream()) {
      for (int count = errors.read(piece); count >= 0; count = errors.read(piece)) {
        words.add(piece, count);
      }
    } catch (IOException e) {
      // It has been killed; what it said before is kept.
    }
  }

  @Override
  public InputStream in() {
    return process.getInputStream();
  }

  @Override
  public OutputStream out() {
    return process.getOutputStream();
  }

  @Override
  public void endInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Its own children are ended, too: one of them may hold the pipe open. */
  @Override
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public OptionalInt status(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return OptionalInt.empty();
    }
    // Its last words may still be on their way.
    listener.join(Duration.ofMillis(200));
    return OptionalInt.of(process.exitValue());
  }

  @Override
  public String lastWords() {
    return words.lastLine();
  }
}
