package vail.sim.team;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Another JVM of a team. */
interface Peer extends AutoCloseable {
  /**
   * What is said: at most 64 KiB each word.
   *
   * @param topic what about
   * @param words one of who says it, or those of all
   */
  record Message(String topic, List<String> words) {
    /** The topic of a JVM that goes, or cannot go on. */
    static final String LOST = "lost";
  }

  int rank();

  /** Says something; whoever has gone does not hear it, and {@link #listen} finds that out. */
  void say(Message message);

  /**
   * Hears the next message, whenever it comes.
   *
   * @throws IOException once the other has gone, or this one has left
   */
  Message hear() throws IOException;

  /** Hears all from now on, on a thread of its own. */
  default void listen(Consumer<Message> listener, Runnable gone) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              listener.accept(hear());
            }
          } catch (IOException | RuntimeException e) {
            gone.run();
          }
        });
  }

  @Override
  void close();
}
