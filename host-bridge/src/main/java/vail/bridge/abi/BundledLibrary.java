package vail.bridge.abi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A library that lies beside the classes, if the build could make it. Loaded on first use and once.
 * Safe between threads.
 */
public final class BundledLibrary<T> {
  private final String name;
  private final String otherwise;
  private final Function<Path, T> loader;
  private Optional<T> library = Optional.empty();

  /**
   * The library of a name.
   *
   * @param name resource in {@code /native}, without {@code .so}
   * @param otherwise completes the sentence "absent, because …" where the build left no library and
   *     no {@code .absent} that says why
   * @param loader loads it from a file; throws IllegalArgumentException or NoSuchElementException
   *     if it is another library
   */
  public BundledLibrary(String name, String otherwise, Function<Path, T> loader) {
    this.name = name;
    this.otherwise = otherwise;
    this.loader = loader;
  }

  /**
   * The library.
   *
   * @throws AbsentLibraryException why it cannot be used here
   */
  public synchronized T load() throws AbsentLibraryException {
    if (library.isEmpty()) {
      try {
        library = Optional.of(extractAndLoad());
      } catch (IllegalArgumentException
          | NoSuchElementException
          | IllegalCallerException
          | LinkageError
          | IOException e) {
        throw new AbsentLibraryException(String.valueOf(e.getMessage()));
      }
    }
    return library.get();
  }

  /** A library can only be loaded from a file; once it is, the file may go. */
  private T extractAndLoad() throws IOException, AbsentLibraryException {
    try (InputStream resource = resource(".so")) {
      if (resource == null) {
        throw new AbsentLibraryException(whyNot());
      }
      Path folder = Files.createTempDirectory("vail-native");
      Path file = folder.resolve(name + ".so");
      try {
        Files.copy(resource, file);
        return loader.apply(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    }
  }

  private String whyNot() throws IOException {
    try (InputStream said = resource(".absent")) {
      return said == null
          ? otherwise
          : new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private InputStream resource(String ending) {
    return BundledLibrary.class.getResourceAsStream("/native/" + name + ending);
  }
}
