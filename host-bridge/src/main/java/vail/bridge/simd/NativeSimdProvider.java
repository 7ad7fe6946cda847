package vail.bridge.simd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import vail.backend.BackendProvider;
import vail.backend.Probe;
import vail.bridge.abi.LibraryBackend;
import vail.bridge.abi.VailLibrary;

/** Offers {@code native-simd}: our C kernels, if they were compiled along and run here. */
public final class NativeSimdProvider implements BackendProvider {
  private static final String RESOURCE = "/native/libvail.so";

  @Override
  public String name() {
    return "native-simd";
  }

  @Override
  public Probe probe() {
    return probe("");
  }

  /**
   * Looks for a level of the kernels.
   *
   * @param options {@code level=} and one of {@code avx512}, {@code avx2}, {@code portable}, {@code
   *     reference}; empty for the fastest that runs here
   */
  public Probe probe(String options) {
    try {
      return new Probe.Ready(new LibraryBackend(Loaded.library(), options));
    } catch (IllegalArgumentException
        | NoSuchElementException
        | IllegalCallerException
        | LinkageError
        | IOException e) {
      return new Probe.Absent(String.valueOf(e.getMessage()));
    }
  }

  /** The library, loaded on first use and once. */
  private static final class Loaded {
    private static final Object LOCK = new Object();
    private static Optional<VailLibrary> library = Optional.empty();

    static VailLibrary library() throws IOException {
      synchronized (LOCK) {
        if (library.isEmpty()) {
          library = Optional.of(extractAndLoad());
        }
        return library.get();
      }
    }

    /** A library can only be loaded from a file; once it is, the file may go. */
    private static VailLibrary extractAndLoad() throws IOException {
      try (InputStream resource = NativeSimdProvider.class.getResourceAsStream(RESOURCE)) {
        if (resource == null) {
          throw new IOException(
              "no C compiler made the library when this was built (install gcc, build again)");
        }
        Path folder = Files.createTempDirectory("vail-native");
        Path file = folder.resolve("libvail.so");
        try {
          Files.copy(resource, file);
          return VailLibrary.load(file);
        } finally {
          Files.deleteIfExists(file);
          Files.delete(folder);
        }
      }
    }
  }
}
