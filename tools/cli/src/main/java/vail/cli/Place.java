package vail.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.ITypeConverter;

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
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "is a folder, not a file");
    }
    if (!Files.isRegularFile(path)) {
      return MemorySegment.ofArray(Files.readAllBytes(path));
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /** Something that writes a result. */
  @FunctionalInterface
  interface Writing {
    /** Writes all of it. */
    void to(OutputStream out) throws IOException;
  }

  /** Writes a result whole: on standard output, or to a file that is only there when all is. */
  default void write(Shell shell, Writing writing) throws IOException {
    switch (this) {
      case File(Path path) -> {
        try (OutputFile file = OutputFile.to(path)) {
          writing.to(file.stream());
          file.commit();
        }
      }
      case Standard() -> writing.to(shell.out());
    }
  }
}
