package vail.sim.link;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/**
 * One connection, which may fail at any time. Its ends live on the context of their node; what is
 * written after it closed goes nowhere.
 */
public interface Line {
  /** Sends a frame: a parcel, a greeting or an answer, whole. */
  void write(Buffer frame);

  /** Says who takes what comes, in whatever portions; and who is told that the line has closed. */
  void read(Consumer<Buffer> bytes, Runnable closed);

  /** Ends it at both ends. */
  void close();
}
