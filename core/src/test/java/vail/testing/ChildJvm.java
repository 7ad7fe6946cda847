package vail.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM like this one, with the same class path. */
public final class ChildJvm {
  /** Options for one that does not run long: less time is spent on compiling what runs once. */
  public static final List<String> BRIEF =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

  private ChildJvm() {}

  /**
   * The command that starts it.
   *
   * @param options of the JVM
   * @param main the class that it runs
   * @param arguments of that
   */
  public static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }
}
