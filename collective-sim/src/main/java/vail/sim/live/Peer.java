package vail.sim.live;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Another JVM of a team, at the other end of a socket. */
final class Peer implements AutoCloseable {
  private static final int MOST_WORDS = 1 << 16;

  private final int rank;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

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

  /** A peer whose rank is not known yet where that is below 0. */
  Peer(int rank, Socket socket) throws IOException {
    this.rank = rank;
    this.socket = socket;
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** The same once it has said which rank it is. */
  Peer(int rank, Peer other) {
    this.rank = rank;
    socket = other.socket;
    in = other.in;
    out = other.out;
  }

  int rank() {
    return rank;
  }

  /** Says something; whoever has gone does not hear it, and {@link #listen} finds that out. */
  void say(Message message) {
    synchronized (out) {
      try {
        out.writeUTF(message.topic());
        out.writeInt(message.words().size());
        for (String word : message.words()) {
          out.writeUTF(word);
        }
        out.flush();
      } catch (IOException e) {
        close();
      }
    }
  }

  /** Hears the next message. */
  Message hear() throws IOException {
    String topic = in.readUTF();
    int count = in.readInt();
    if (count < 1 || count > MOST_WORDS) {
      throw new IOException("this does not speak as the JVMs of a team do");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(in.readUTF());
    }
    return new Message(topic, words);
  }

  /** Hears all from now on, on a thread of its own. */
  void listen(Consumer<Message> listener, Runnable gone) {
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
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone anyway.
    }
  }
}
