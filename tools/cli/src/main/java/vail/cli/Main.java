package vail.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;
import vail.cli.conform.ConformCommand;
import vail.cli.container.DecodeCommand;
import vail.cli.container.EncodeCommand;
import vail.cli.container.InspectCommand;
import vail.cli.container.OffloadCommand;
import vail.cli.container.VerifyCommand;
import vail.cli.demo.DemoCommand;
import vail.cli.reproduce.ReproduceCommand;
import vail.cli.serve.ServeCommand;
import vail.cli.sim.SimCommand;
import vail.cli.train.TrainCommand;
import vail.cli.vectors.GenerateCommand;
import vail.cli.vectors.ListCommand;
import vail.cli.vectors.VectorsCommand;

/** The {@code vail} command: registers the others. */
@Command(
    name = "vail",
    description = "Lossless compression of ML tensors with codebooks fixed in advance.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 a check failed, 2 usage, 3 bad input, 4 absent here, 5 input/output.",
      "A file named - is standard input or output. NO_COLOR is respected.",
      "'vail test' builds everything and runs all tests."
    })
public final class Main {
  private static final int HELP_WIDTH = 100;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    start(_ -> new BenchElsewhere(), arguments);
  }

  /** The same with a command {@code bench} that the jar of the benchmarks brings. */
  public static void start(Function<Shell, Object> bench, String... arguments) {
    // What is printed is read by scripts, too: 0.5 has a point wherever one lives.
    Locale.setDefault(Locale.ROOT);
    System.exit(Interruption.run(() -> run(Shell.ofProcess(), bench, arguments)));
  }

  /** Runs one command in this process and returns its exit code. */
  public static int run(Shell shell, String... arguments) {
    return run(shell, _ -> new BenchElsewhere(), arguments);
  }

  /** The same with a command {@code bench}; see {@link #start}. */
  public static int run(Shell shell, Function<Shell, Object> bench, String... arguments) {
    Complaints complaints = new Complaints(shell);
    CommandLine line = commands(shell, bench.apply(shell));
    line.setExecutionExceptionHandler(complaints);
    line.setParameterExceptionHandler(complaints);
    try {
      int code = line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
      line.getOut().flush();
      shell.finish();
      return code;
    } catch (IOException | OutOfMemoryError | StackOverflowError e) {
      return complaints.exitOf(e).code();
    }
  }

  static CommandLine commands(Shell shell, Object bench) {
    CommandLine line = new CommandLine(new Main());
    // One line a command, in the order of the help.
    line.addSubcommand(new DemoCommand(shell));
    line.addSubcommand(new EncodeCommand(shell));
    line.addSubcommand(new DecodeCommand(shell));
    line.addSubcommand(new VerifyCommand(shell));
    line.addSubcommand(new InspectCommand(shell));
    line.addSubcommand(new TrainCommand(shell));
    line.addSubcommand(new BooksCommand(shell));
    line.addSubcommand(block(shell));
    line.addSubcommand(new ReproduceCommand(shell));
    line.addSubcommand(new SimCommand(shell));
    line.addSubcommand(new ServeCommand(shell));
    line.addSubcommand(bench);
    line.addSubcommand(new BackendsCommand(shell));
    line.addSubcommand(new OffloadCommand(shell));
    line.addSubcommand(new ConformCommand(shell));
    line.addSubcommand(vectors(shell));
    line.setOut(new PrintWriter(shell.out(), false, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        Help.defaultColorScheme(
            shell.terminal().colour() && shell.terminal().output() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(HELP_WIDTH);
    dress(taught(line));
    return line;
  }

  /** A command by itself, which reads its arguments as it does among the others. */
  public static CommandLine alone(Object command) {
    return taught(new CommandLine(command));
  }

  private static CommandLine taught(CommandLine line) {
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // File names are data: one that starts with @ is a file, not a list of arguments.
    line.setExpandAtFiles(false);
    line.registerConverter(Frequency.class, new Frequency.Converter());
    line.registerConverter(BigDecimal.class, Main::decimal);
    line.registerConverter(ByteSize.class, new ByteSize.Converter());
    line.registerConverter(Place.class, new Place.Converter());
    line.registerConverter(BookReference.class, new BookReference.Converter());
    teachNames(line);
    return line;
  }

  /** Constants are named as users type them wherever one of a few is wanted. */
  private static void teachNames(CommandLine line) {
    for (ArgSpec argument : line.getCommandSpec().args()) {
      for (Class<?> type : argument.auxiliaryTypes()) {
        if (type.isEnum() && argument.converters().length == 0) {
          teachNames(line, type);
        }
      }
    }
    line.getSubcommands().values().forEach(Main::teachNames);
  }

  private static <T> void teachNames(CommandLine line, Class<T> type) {
    line.registerConverter(type, text -> Names.find(type, text));
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no number, such as 0.787");
    }
  }

  private static CommandLine block(Shell shell) {
    return new CommandLine(new BlockCommand())
        .addSubcommand(new BlockEncodeCommand(shell))
        .addSubcommand(new BlockDecodeCommand(shell));
  }

  private static CommandLine vectors(Shell shell) {
    return new CommandLine(new VectorsCommand())
        .addSubcommand(new GenerateCommand(shell))
        .addSubcommand(new vail.cli.vectors.VerifyCommand(shell))
        .addSubcommand(new ListCommand(shell));
  }

  /** Gives a command and those below it what all have: --help, --version, options as written. */
  private static void dress(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
    line.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
    line.getSubcommands().values().forEach(Main::dress);
  }
}
