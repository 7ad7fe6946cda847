package vail.cli.serve;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import vail.cli.Units;

/** What a server says while it is there: a line each on standard error. */
final class Logs {
  private static final Logger OURS = Logger.getLogger("vail");

  /** It warns of meters that Vert.x registers twice, which is of no use to anybody here. */
  private static final Logger MICROMETER = Logger.getLogger("io.micrometer");

  private Logs() {}

  /** Begins, from a level on. */
  static void begin(Level least) {
    Handler console = new ConsoleHandler();
    console.setFormatter(new Line());
    console.setLevel(least);
    OURS.setLevel(least);
    OURS.setUseParentHandlers(false);
    OURS.addHandler(console);
    MICROMETER.setLevel(Level.SEVERE);
  }

  private static final class Line extends Formatter {
    @Override
    public String format(LogRecord record) {
      StringWriter line = new StringWriter();
      line.append(
          String.format(
              Locale.ROOT,
              "%1$tT.%1$tL %2$s %3$s%n",
              record.getMillis(),
              record.getLevel().getName().toLowerCase(Locale.ROOT),
              Units.printable(formatMessage(record))));
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(new PrintWriter(line));
      }
      return line.toString();
    }
  }
}
