package vail.sim.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vail.json.JsonString;
import vail.json.JsonWriter;

/**
 * Writes the events of a trace, one a line. Times are whole nanoseconds, as Perfetto keeps them:
 * both ends of a slice are rounded down, so that what touches neither overlaps nor parts.
 */
final class TraceText {
  private static final int ROOM = 1 << 16;
  private static final long PS_A_NS = 1000;

  private final OutputStream out;
  private final StringBuilder text = new StringBuilder(2 * ROOM);
  private String before = "\n";
  private long arrows;

  TraceText(OutputStream out) {
    this.out = out;
  }

  /** Opens the document, with what is to be said about it. */
  void open(Iterable<String> notes) {
    text.append("{\"displayTimeUnit\":\"ns\",\"otherData\":{\"schema\":\"vail-sim-trace/1\"");
    int number = 1;
    for (String note : notes) {
      text.append(",\"note").append(number++).append("\":").append(quoted(note));
    }
    text.append("},\n\"traceEvents\":[");
  }

  /** Gives a process its name and place. */
  void process(int process, String name) {
    line("M", process).append(",\"name\":\"process_name\",\"args\":{\"name\":");
    text.append(quoted(name)).append("}}");
    line("M", process).append(",\"name\":\"process_sort_index\",\"args\":{\"sort_index\":");
    text.append(process).append("}}");
    flush(ROOM);
  }

  /** Gives a thread of a process its name and place. */
  void thread(int process, int thread, String name) {
    line("M", process).append(",\"tid\":").append(thread);
    text.append(",\"name\":\"thread_name\",\"args\":{\"name\":").append(quoted(name)).append("}}");
    line("M", process).append(",\"tid\":").append(thread);
    text.append(",\"name\":\"thread_sort_index\",\"args\":{\"sort_index\":");
    text.append(thread).append("}}");
    flush(ROOM);
  }

  /** A slice of a thread, from one picosecond to another; the arguments are those of JSON. */
  void slice(int process, int thread, String name, long start, long end, String arguments) {
    line("X", process).append(",\"tid\":").append(thread).append(",\"name\":\"").append(name);
    text.append("\",\"ts\":");
    time(start / PS_A_NS);
    text.append(",\"dur\":");
    time(end / PS_A_NS - start / PS_A_NS);
    text.append(",\"args\":{\"startPs\":").append(start).append(",\"endPs\":").append(end);
    text.append(arguments).append("}}");
    flush(ROOM);
  }

  /** An end of an arrow: {@code s} or {@code f}, in the slice that begins then. */
  void arrow(String phase, int process, int thread, long number, long at) {
    line(phase, process).append(",\"tid\":").append(thread).append(",\"id\":").append(number);
    text.append(",\"name\":\"message\",\"cat\":\"message\",\"ts\":");
    time(at / PS_A_NS);
    text.append(phase.equals("f") ? ",\"bp\":\"e\"}" : "}");
    flush(ROOM);
  }

  /** Something that happens at a picosecond and takes no time. */
  void mark(int process, int thread, String name, long at) {
    line("i", process).append(",\"tid\":").append(thread).append(",\"s\":\"p\",\"name\":");
    text.append(quoted(name)).append(",\"ts\":");
    time(at / PS_A_NS);
    text.append('}');
    flush(ROOM);
  }

  /** A point of a curve, in hundredths. */
  void point(int process, String name, long at, long hundredths) {
    line("C", process).append(",\"name\":\"").append(name).append("\",\"ts\":");
    time(at / PS_A_NS);
    text.append(",\"args\":{\"value\":").append(hundredths / 100).append('.');
    text.append(hundredths % 100 / 10).append(hundredths % 10).append("}}");
    flush(ROOM);
  }

  /** A number for an arrow that no other has. */
  long nextArrow() {
    return ++arrows;
  }

  /** Ends the document. */
  void close() {
    text.append("\n]}\n");
    flush(0);
  }

  private StringBuilder line(String phase, int process) {
    text.append(before).append("{\"ph\":\"").append(phase).append("\",\"pid\":").append(process);
    before = ",\n";
    return text;
  }

  /** Microseconds with three digits after the point. */
  private void time(long nanoseconds) {
    long part = nanoseconds % 1000;
    text.append(nanoseconds / 1000).append('.');
    text.append(part / 100).append(part / 10 % 10).append(part % 10);
  }

  private static String quoted(String words) {
    return JsonWriter.compact(new JsonString(words, 0));
  }

  private void flush(int room) {
    if (text.length() >= room) {
      try {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      text.setLength(0);
    }
  }
}
