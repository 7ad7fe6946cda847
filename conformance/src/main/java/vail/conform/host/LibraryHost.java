package vail.conform.host;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A program of its own that loads a library with the functions of {@code core/spec/vail.h} and
 * speaks the protocol for it, so that whatever the library does to its memory it does here.
 */
public final class LibraryHost {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MISBEHAVED = 70;

  private LibraryHost() {}

  /** Serves one library, named by its path, on the standard streams. */
  public static void main(String[] arguments) throws IOException {
    try (CLibrary library = CLibrary.load(Path.of(arguments[0]));
        FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      WireServer.serve(
          new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER_BYTES),
          out,
          new LibraryAnswerer(library));
    } catch (LibraryMisbehavesException e) {
      System.err.println(e.getMessage());
      System.exit(MISBEHAVED);
    }
  }
}
