package vail.bridge.simd;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import vail.bridge.abi.VailLibrary;

/** The kernels with the level avx512 on any processor, compiled once; their speed means nothing. */
final class EmulatedAvx512 {
  private static Optional<VailLibrary> library = Optional.empty();

  private EmulatedAvx512() {}

  /**
   * The library.
   *
   * @throws RuntimeException the absence of a compiler or of SIMDe
   */
  static synchronized VailLibrary library() {
    if (library.isEmpty()) {
      try {
        library = Optional.of(built());
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    return library.get();
  }

  /** Says so if SIMDe is absent. */
  static void requireHeaders(Path folder) throws Exception {
    new Compiler(folder, "-fsyntax-only")
        .require("<simde/simde-common.h>", "SIMDe", "cc finds no header (install libsimde-dev)");
  }

  private static VailLibrary built() throws Exception {
    Path folder = Files.createTempDirectory("vail-emulated");
    try {
      requireHeaders(folder);
      String[] flags = {"-O1", "-fPIC", "-shared", "-fvisibility=hidden"};
      String[] all = Stream.of(flags, Compiler.EMULATED).flatMap(Stream::of).toArray(String[]::new);
      Path file = new Compiler(folder, all).build("libvail.so", Compiler.emulatedKernels());
      return VailLibrary.load(file);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
