package vail.bridge.simd;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vail.testing.Absence;
import vail.testing.Project;

/**
 * The C compiler, for tests that make programs or libraries of the kernels. What it has made is
 * kept in the module's target and used again by whoever asks for the same.
 */
public final class Compiler {
  /** The C sources of the tests. */
  public static final Path TESTS = Project.root().resolve("host-bridge/src/test/c");

  private static final Path KERNELS = Project.root().resolve("host-bridge/src/main/c");
  private static final Path HEADERS = Project.root().resolve("core/spec");
  private static final Path KEPT = Project.root().resolve("host-bridge/target/compiled");

  private final Path folder;
  private final List<String> flags = new ArrayList<>();

  private Compiler(String command, Path folder, String... flags) {
    this.folder = folder;
    this.flags.add(command);
    this.flags.add("-std=c11");
    this.flags.addAll(List.of(flags));
    this.flags.add("-I" + HEADERS);
  }

  /** The machine's own compiler, which writes into a folder. */
  public Compiler(Path folder, String... flags) {
    this("cc", folder, flags);
  }

  /** A compiler for another machine. */
  static Compiler named(String command, Path folder, String... flags) {
    return new Compiler(command, folder, flags);
  }

  /** The sources of the library. */
  static List<Path> kernels() throws IOException {
    try (Stream<Path> files = Files.list(KERNELS)) {
      return files.filter(file -> file.toString().endsWith(".c")).toList();
    }
  }

  /** The sources of the library with the level avx512 on any processor; wants {@link #EMULATED}. */
  static List<Path> emulatedKernels() throws IOException {
    List<Path> sources = new ArrayList<>(kernels());
    sources.remove(KERNELS.resolve("levels.c"));
    sources.add(TESTS.resolve("emulated/levels.c"));
    return sources;
  }

  /** Flags with which {@link #emulatedKernels} compile. */
  static final String[] EMULATED = {
    "-isystem", TESTS.resolve("emulated").toString(), "-DINTRINSICS=<intrinsics.h>", "-Wno-psabi"
  };

  /** Compiles and links; other test processes that want the same wait for it. */
  public Path build(String name, List<Path> sources) throws Exception {
    List<String> command = new ArrayList<>(flags);
    sources.forEach(source -> command.add(source.toString()));
    Path kept = Files.createDirectories(KEPT).resolve(sum(command) + "-" + name);
    try (FileChannel file =
            FileChannel.open(kept.resolveSibling(kept.getFileName() + ".lock"), CREATE, WRITE);
        FileLock lock = file.lock()) {
      if (lock.isValid() && !Files.exists(kept)) {
        Files.move(compile(name, command), kept);
      }
    }
    return kept;
  }

  private Path compile(String name, List<String> command) throws Exception {
    Path made = folder.resolve(name);
    command.addAll(List.of("-o", made.toString()));
    Path said = folder.resolve(name + ".said");
    assertEquals(0, run(said, command), () -> "the compiler's words are in " + said);
    return made;
  }

  /** Of the command, of the compiler's version and of all that it could read here. */
  private String sum(List<String> command) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(String.join(" ", command).getBytes(StandardCharsets.UTF_8));
    Path version = folder.resolve("version");
    run(version, List.of(flags.getFirst(), "--version"));
    digest.update(Files.readAllBytes(version));
    for (Path root : List.of(KERNELS, TESTS, HEADERS)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /**
   * A program without a line of ours says whether the tools are there.
   *
   * @param include a header, in brackets
   * @param what names the absent thing if it does not compile and link
   * @param why what to install then
   */
  public void require(String include, String what, String why) throws Exception {
    String text = "#include " + include + "\nint main(void) { return 0; }\n";
    Path source = Files.writeString(folder.resolve("empty.c"), text);
    List<String> command = new ArrayList<>(flags);
    command.addAll(List.of("-o", folder.resolve("empty").toString(), source.toString()));
    try {
      if (run(folder.resolve("empty.said"), command) == 0) {
        return;
      }
    } catch (IOException e) {
      throw Absence.of("C compiler", "no cc can be started (install gcc)");
    }
    throw Absence.of(what, why);
  }

  /** Runs a command to its end; its words go to a file. */
  public static int run(Path said, List<String> command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start()
        .waitFor();
  }
}
