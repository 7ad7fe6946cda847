package vail.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run took place.
 *
 * @param processor the name that the processor gives itself, where the system tells
 * @param architecture of its instructions
 * @param cores that this process may use
 * @param java version of the JVM
 */
public record Machine(String processor, String architecture, int cores, String java) {
  private static final Path LINUX_CPUS = Path.of("/proc/cpuinfo");

  /** This one. */
  public static Machine here() throws IOException {
    String architecture = System.getProperty("os.arch");
    return new Machine(
        processor(architecture),
        architecture,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString());
  }

  private static String processor(String fallback) throws IOException {
    if (!Files.isReadable(LINUX_CPUS)) {
      return fallback;
    }
    return Files.readAllLines(LINUX_CPUS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.replaceFirst(".*?:\\s*", ""))
        .findFirst()
        .orElse(fallback);
  }

  /** In one line. */
  @Override
  public String toString() {
    return "%s (%s, %d cores), Java %s".formatted(processor, architecture, cores, java);
  }
}
