package vail.bridge.rtl;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vail.bridge.abi.AbsentLibraryException;
import vail.bridge.abi.VailLibrary;

/**
 * The library whose circuits write waveforms. Few want one, and it takes minutes to make: it is
 * made when it is asked for, from the sources that travel with the classes, and kept in a folder.
 */
final class TracedLibrary {
  /** A file of each folder of sources among the classes, and where {@code library.sh} wants it. */
  private static final Map<String, String> PLACES =
      Map.of(
          "/vail/fpga/sv/vail_pkg.sv", "fpga/src/main/sv",
          "/vail/fpga/cpp/circuit.h", "fpga/src/main/cpp",
          "/vail/fpga/make/lint.vlt", "fpga",
          "/vail/fpga/tools/library.sh", "fpga/tools",
          "/vail/fpga/spec/vail.h", "core/spec",
          "/vail/fpga/c/sha256.c", "host-bridge/src/main/c");

  private static final int MOST_MINUTES = 20;

  private TracedLibrary() {}

  /**
   * Makes the library, unless it is there.
   *
   * @param folder keeps it
   * @throws AbsentLibraryException what is missing here
   */
  static synchronized VailLibrary load(Path folder) throws AbsentLibraryException {
    Path out = folder.resolve("lib");
    try (FileChannel turn = FileChannel.open(lock(folder), CREATE, WRITE);
        FileLock _ = turn.lock()) {
      for (Map.Entry<String, String> place : PLACES.entrySet()) {
        copy(place.getKey(), Files.createDirectories(folder.resolve(place.getValue())));
      }
      make(folder, out);
      Path absent = out.resolve("libvail-trace.absent");
      if (Files.exists(absent)) {
        throw new AbsentLibraryException(Files.readString(absent).strip());
      }
      return VailLibrary.load(out.resolve("libvail-trace.so"));
    } catch (IOException | URISyntaxException | NoSuchElementException e) {
      throw new AbsentLibraryException("it cannot be made in " + folder + ": " + e.getMessage());
    }
  }

  /** Processes that make it take turns: the second finds it made. */
  private static Path lock(Path folder) throws IOException {
    return Files.createDirectories(folder).resolve("lock");
  }

  private static void copy(String file, Path to) throws IOException, URISyntaxException {
    URL place = TracedLibrary.class.getResource(file);
    if (place == null) {
      throw new IOException("the sources of the circuits are not among the classes");
    }
    URI uri = place.toURI();
    if (uri.getScheme().equals("jar")) {
      try (FileSystem _ = FileSystems.newFileSystem(uri, Map.of())) {
        copyFolder(Path.of(uri), to);
      }
    } else {
      copyFolder(Path.of(uri), to);
    }
  }

  /** All that lies beside a file. */
  private static void copyFolder(Path file, Path to) throws IOException {
    try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        Path copied = to.resolve(one.getFileName().toString());
        Files.copy(one, copied, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void make(Path folder, Path out) throws IOException {
    Process script =
        new ProcessBuilder("sh", "tools/library.sh", out.toString(), "trace")
            .directory(folder.resolve("fpga").toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    try {
      if (!script.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("it takes more than " + MOST_MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted");
    } finally {
      script.descendants().forEach(ProcessHandle::destroy);
      script.destroy();
    }
  }
}
