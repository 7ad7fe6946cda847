package vail.conform.dut;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vail.conform.host.LibraryHost;
import vail.fault.Fault;

/** The command that starts a second JVM which loads a library and speaks the protocol. */
final class HostCommand {
  private HostCommand() {}

  static List<String> of(Path library) throws IOException {
    return List.of(
        java(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "--enable-native-access=ALL-UNNAMED",
        // A crash is the judge's to report: no core, no file, and standard output is the
        // protocol's.
        "-XX:-CreateCoredumpOnCrash",
        "-XX:+SuppressFatalErrorMessage",
        "-cp",
        classPath(),
        LibraryHost.class.getName(),
        library.toAbsolutePath().toString());
  }

  private static String java() throws IOException {
    return ProcessHandle.current()
        .info()
        .command()
        .orElseThrow(() -> new IOException("the path of the java command cannot be found out"));
  }

  private static String classPath() {
    return Stream.of(LibraryHost.class, Fault.class)
        .map(HostCommand::place)
        .distinct()
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class without a place", e);
    }
  }
}
