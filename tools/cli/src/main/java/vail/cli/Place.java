package vail.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import vail.container.AtomicFile;

/** A file that the user named, or a standard stream where the name is {@code -}. */
public sealed interface Place {
  /** A file. */
  record File(Path path) implements Place {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** Standard input or output, by direction. */
  record Standard() implements Place {
    @Override
    public String toString() {
      return "-";
    }
  }

  /** Reads the name of a place. */
  final class Converter implements ITypeConverter<Place> {
    @Override
    public Place convert(String text) {
      return text.equals("-") ? new Standard() : new File(Path.of(text));
    }
  }

  /** All bytes of the place: mapped if it is a plain file, else read to their end. */
  default MemorySegment bytes(Shell shell, Arena arena) throws IOException {
    return switch (this) {
      case File(Path path) -> bytes(path, arena);
      case Standard() -> MemorySegment.ofArray(shell.in().readAllBytes());
    };
  }

  /** All bytes of a file; see {@link #bytes(Shell, Arena)}. */
  static MemorySegment bytes(Path path, Arena arena) throws IOException {
    try (FileChannel channel = open(path)) {
      if (Files.isRegularFile(path)) {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      }
      return MemorySegment.ofArray(Channels.newInputStream(channel).readAllBytes());
    }
  }

  /** Opens a file for reading. */
  static FileChannel open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw isFolder(path);
    }
    return FileChannel.open(path, StandardOpenOption.READ);
  }

  /** Bytes of the place if they are known before they are read. */
  default OptionalLong size() throws IOException {
    return this instanceof File(Path path) && Files.isRegularFile(path)
        ? OptionalLong.of(Files.size(path))
        : OptionalLong.empty();
  }

  /** Something that reads one input from its first byte on. */
  @FunctionalInterface
  interface Reading<T> {
    /** Reads. */
    T from(ReadableByteChannel channel) throws IOException;
  }

  /** Reads from the start; a fault gets the name of the place. */
  default <T> T read(Shell shell, Reading<T> reading) throws IOException {
    switch (this) {
      case File(Path path) -> {
        try (FileChannel channel = open(path)) {
          return BadInputException.naming(toString(), () -> reading.from(channel));
        }
      }
      case Standard() -> {
        return BadInputException.naming(
            toString(), () -> reading.from(Channels.newChannel(shell.in())));
      }
    }
  }

  /** Something that writes a result. */
  @FunctionalInterface
  interface Writing {
    /** Writes all of it. */
    void to(WritableByteChannel channel) throws IOException;
  }

  /**
   * Writes a result whole: on standard output, or to a file that is only there when all is. Pipes
   * and devices are written as they are.
   */
  default void write(Shell shell, Writing writing) throws IOException {
    switch (this) {
      case File(Path path) -> write(path, writing);
      case Standard() -> writing.to(Channels.newChannel(shell.out()));
    }
  }

  /** Writes bytes; see {@link #write(Shell, Writing)}. */
  default void write(Shell shell, byte[] bytes) throws IOException {
    write(
        shell,
        channel -> {
          ByteBuffer left = ByteBuffer.wrap(bytes);
          while (left.hasRemaining()) {
            channel.write(left);
          }
        });
  }

  private static void write(Path path, Writing writing) throws IOException {
    if (Files.isDirectory(path)) {
      throw isFolder(path);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        writing.to(new NamedChannel(path, channel));
      }
      return;
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw new AccessDeniedException(path.toString());
    }
    try (AtomicFile file = create(path)) {
      writing.to(new NamedChannel(path, file.channel()));
      file.commit();
    }
  }

  /** What fails here is about the folder, and the user named a file in it. */
  private static AtomicFile create(Path path) throws IOException {
    try {
      return AtomicFile.create(path);
    } catch (NoSuchFileException e) {
      throw new FileSystemException(path.toString(), null, "no such folder");
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(path.toString());
    }
  }

  private static FileSystemException isFolder(Path path) {
    return new FileSystemException(path.toString(), null, "is a folder, not a file");
  }
}
