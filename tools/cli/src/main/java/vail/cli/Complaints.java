package vail.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.link.LinkDownException;
import vail.sim.team.RankLostException;

/** Says what went wrong in one line on standard error, and which exit code that is. */
final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Shell shell;

  Complaints(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    return usage(e.getCommandLine(), message(e), suggestions(e));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return e instanceof UsageException ? usage(command, text(e), List.of()) : exitOf(e).code();
  }

  /** Complains, and names the exit code. */
  Exit exitOf(Throwable trouble) {
    return switch (trouble) {
      case UncheckedIOException e -> exitOf(cause(e));
      case ExecutionException e -> exitOf(cause(e));
      case CompletionException e -> exitOf(cause(e));
      case BadInputException e -> say(exitOf(e.trouble().fault()), text(e));
      case VailFormatException e -> say(exitOf(e.fault()), text(e));
      case LinkDownException e -> say(Exit.IO, text(e));
      case RankLostException e -> say(Exit.IO, text(e));
      case AbsentException e -> say(Exit.ABSENT, text(e));
      case StandardOutput.ReaderLeftException e -> Exit.IO;
      case IOException e -> say(Exit.IO, describe(e));
      case InterruptedException _ -> say(Exit.IO, "stopped before the end");
      case InvalidPathException e ->
          say(
              Exit.USAGE,
              "'%s' is no name of a file in this locale, LC_ALL=C.UTF-8 has all letters: %s"
                  .formatted(e.getInput(), e.getReason()));
      case OutOfMemoryError e ->
          say(Exit.IO, "not enough memory; VAIL_JAVA_OPTS=-Xmx… grants more: " + text(e));
      default -> say(Exit.CHECK_FAILED, defect(trouble));
    };
  }

  /** Most faults lie in the input; two say that the request was at fault. */
  private static Exit exitOf(Fault fault) {
    return switch (fault) {
      case BAD_ARGUMENT -> Exit.USAGE;
      case UNSUPPORTED_FEATURE -> Exit.ABSENT;
      case INTERNAL -> Exit.CHECK_FAILED;
      case TRUNCATED,
          BAD_MAGIC,
          UNSUPPORTED_VERSION,
          RESERVED_NONZERO,
          BAD_FIELD,
          SIZE_OVERFLOW,
          LIMIT_EXCEEDED,
          CODEBOOK_UNKNOWN,
          CODEBOOK_MISMATCH,
          CODEBOOK_OVERSUBSCRIBED,
          CODEBOOK_INCOMPLETE,
          CODEBOOK_LENGTH_RANGE,
          CODEBOOK_SHAPE,
          INVALID_CODEWORD,
          SYMBOL_COUNT_MISMATCH,
          LANE_LAYOUT,
          PADDING_NONZERO,
          TRAILING_DATA,
          CHECKSUM,
          OUTPUT_TOO_SMALL,
          CANCELLED ->
          Exit.BAD_INPUT;
    };
  }

  private int usage(CommandLine command, String message, List<String> suggestions) {
    String name = command.getCommandSpec().qualifiedName();
    shell.err().println(name + ": " + Units.printable(message));
    if (!suggestions.isEmpty()) {
      shell.err().println("Did you mean " + String.join(" or ", suggestions) + "?");
    }
    shell.err().println("Try '" + name + " --help'.");
    return Exit.USAGE.code();
  }

  /** picocli knows options better than commands. */
  private static String message(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      return "unknown command '"
          + unmatched.getUnmatched().getFirst()
          + "'; there are "
          + String.join(", ", command.getSubcommands().keySet());
    }
    return text(e);
  }

  private static List<String> suggestions(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        ? unmatched.getSuggestions().stream().limit(3).toList()
        : List.of();
  }

  /** Whoever has stopped the command need not be told that it has stopped. */
  private Exit say(Exit exit, String message) {
    if (!Thread.currentThread().isInterrupted()) {
      shell.err().println("vail: " + Units.printable(message));
    }
    return exit;
  }

  private static String text(Throwable trouble) {
    return String.valueOf(trouble.getMessage());
  }

  private static Throwable cause(Exception wrapper) {
    return wrapper.getCause() == null ? new IOException(text(wrapper)) : wrapper.getCause();
  }

  private static String describe(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException e -> e.getFile() + ": no such file";
      case AccessDeniedException e -> e.getFile() + ": permission denied";
      case NotDirectoryException e -> e.getFile() + ": is a file, not a folder";
      case FileSystemException e when e.getReason() != null && e.getFile() != null ->
          e.getFile() + ": " + e.getReason();
      default -> text(trouble);
    };
  }

  /** A stack trace says nothing to a user; its first line says where to look. */
  private static String defect(Throwable trouble) {
    StackTraceElement[] trace = trouble.getStackTrace();
    return "fault 24 INTERNAL: a defect of vail itself, please report it: "
        + trouble
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
