package vail.bench.jmh;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import vail.bench.data.PlaneKind;
import vail.bench.measure.Machine;

/** Runs what JMH's arguments ask for and sums it up in GB/s of processor time. */
public final class Report {
  private Report() {}

  /** Takes JMH's arguments; {@code -h} lists them. */
  public static void main(String... args)
      throws CommandLineOptionException, RunnerException, IOException {
    CommandLineOptions options = new CommandLineOptions(args);
    if (options.shouldHelp()) {
      options.showHelp();
    } else if (options.shouldList()) {
      new Runner(options).list();
    } else {
      print(new Runner(options).run());
    }
  }

  private static void print(Collection<RunResult> results) throws IOException {
    say("%nmachine    %s", Machine.here());
    say("symbols    %s", Sample.origin(PlaneKind.EXPONENT));
    say("%n%-70s %8s %8s", "GB/s of symbols, processor time of one thread", "median", "best");
    for (RunResult result : results) {
      double[] rates = rates(result);
      say("%-70s %8.3f %8.3f", name(result), rates[rates.length / 2], rates[rates.length - 1]);
    }
  }

  /** The rate of each iteration, ascending. */
  private static double[] rates(RunResult result) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .flatMap(iteration -> iteration.getSecondaryResults().values().stream())
        .filter(secondary -> secondary.getLabel().equals("gigabytesPerSecond"))
        .mapToDouble(secondary -> secondary.getScore())
        .sorted()
        .toArray();
  }

  private static String name(RunResult result) {
    BenchmarkParams params = result.getParams();
    String method = params.getBenchmark().replaceFirst(".*\\.(\\w+)Benchmark\\.", "$1 ");
    return params.getParamsKeys().stream()
        .map(params::getParam)
        .collect(Collectors.joining(" ", method + " ", ""))
        .toLowerCase(Locale.ROOT);
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
