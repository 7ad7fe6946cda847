package vail.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A result under way to its file: it grows beside it and takes its place in one step, so that there
 * is the old file or the new one and never half of it. What is not a plain file (a pipe, a device)
 * is written as it is.
 */
public final class OutputFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path target;
  private final Path place;
  private final FileChannel channel;
  private final OutputStream stream;

  private OutputFile(Path target, Path place, FileChannel channel) {
    this.target = target;
    this.place = place;
    this.channel = channel;
    this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
  }

  /** Starts a file; the old one, if any, stays until {@link #commit}. */
  public static OutputFile to(Path named) throws IOException {
    if (Files.isDirectory(named)) {
      throw new FileSystemException(named.toString(), null, "is a folder, not a file");
    }
    // A link stays a link: the file it leads to is the one that is replaced.
    Path target = Files.exists(named) ? named.toRealPath() : named;
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return new OutputFile(target, target, FileChannel.open(target, StandardOpenOption.WRITE));
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new java.nio.file.AccessDeniedException(named.toString());
    }
    Path place = beside(target);
    try {
      return new OutputFile(
          target,
          place,
          FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (FileSystemException e) {
      throw new FileSystemException(named.toString(), null, reason(e));
    }
  }

  /** Where the bytes go. */
  public OutputStream stream() {
    return stream;
  }

  /** Puts the new file in the place of the old one. */
  public void commit() throws IOException {
    stream.flush();
    if (!place.equals(target)) {
      channel.force(true);
      channel.close();
      Files.move(
          place, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Leaves nothing behind if the file was not committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!place.equals(target)) {
      Files.deleteIfExists(place);
    }
  }

  private static Path beside(Path target) {
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    return target.resolveSibling(name);
  }

  private static String reason(FileSystemException trouble) {
    return switch (trouble) {
      case java.nio.file.NoSuchFileException e -> "no such folder";
      case java.nio.file.AccessDeniedException e -> "permission denied";
      default -> String.valueOf(trouble.getReason());
    };
  }
}
