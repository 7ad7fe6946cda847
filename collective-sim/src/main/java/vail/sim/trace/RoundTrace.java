package vail.sim.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes rounds that really ran, and what became of their book, as a document in Chrome's
 * trace-event format. Times are nanoseconds of the computer.
 */
public final class RoundTrace {
  private static final int PROCESS = 1;
  private static final int ROUNDS = 1;
  private static final int BOOK = 2;
  private static final long PS_A_NS = 1000;
  private static final int HUNDREDTHS = 100;

  private RoundTrace() {}

  /**
   * A round.
   *
   * @param name what it is called
   * @param start of it
   * @param end of it
   * @param excess bits a symbol
   * @param edition of the book at its end
   */
  public record Round(String name, long start, long end, double excess, int edition) {}

  /**
   * Something that happened to the book.
   *
   * @param name what
   * @param at when
   */
  public record Mark(String name, long at) {}

  /**
   * Writes a document.
   *
   * @param out not closed
   * @param name of the only process
   */
  public static void write(OutputStream out, String name, List<Round> rounds, List<Mark> marks)
      throws IOException {
    try {
      TraceText text = new TraceText(out);
      text.open(List.of("Times are those of the computer, not of the model."));
      text.process(PROCESS, name);
      text.thread(PROCESS, ROUNDS, "rounds");
      text.thread(PROCESS, BOOK, "book");
      rounds.forEach(each -> write(text, each));
      marks.forEach(each -> text.mark(PROCESS, BOOK, each.name(), each.at() * PS_A_NS));
      text.close();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(TraceText text, Round round) {
    long start = round.start() * PS_A_NS;
    text.slice(PROCESS, ROUNDS, round.name(), start, round.end() * PS_A_NS, "");
    text.point(PROCESS, "excess bits", start, Math.round(HUNDREDTHS * round.excess()));
    text.point(PROCESS, "edition", start, (long) HUNDREDTHS * round.edition());
  }
}
