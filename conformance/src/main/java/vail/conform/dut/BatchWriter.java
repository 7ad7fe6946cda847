package vail.conform.dut;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vail.conform.wire.Claim;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;

/**
 * Writes requests down for an implementation that somebody else runs: {@code in/0001.bin} and so
 * on, each what would be written to the standard input of a fresh implementation.
 */
final class BatchWriter implements Dut {
  private static final int REQUESTS = 500;

  private final Path folder;
  private final Claim claim;
  private OutputStream requests = OutputStream.nullOutputStream();
  private int batch;
  private int seq = REQUESTS;

  BatchWriter(Path folder, Claim claim) {
    this.folder = folder;
    this.claim = claim;
  }

  @Override
  public Claim claim() {
    return claim;
  }

  @Override
  public boolean recording() {
    return true;
  }

  /** Asked before every vector: a batch never ends within one. */
  @Override
  public int generation() {
    if (seq >= REQUESTS) {
      nextBatch();
    }
    return batch;
  }

  private void nextBatch() {
    close();
    batch++;
    seq = 0;
    try {
      Path in = Files.createDirectories(folder.resolve("in"));
      Path file = in.resolve("%04d.bin".formatted(batch));
      requests = new BufferedOutputStream(Files.newOutputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Reply ask(Request request) throws IOException {
    Requests.message(++seq, request).write(requests);
    return new Reply.Done();
  }

  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
