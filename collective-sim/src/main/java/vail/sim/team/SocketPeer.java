package vail.sim.team;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Another JVM at the other end of a socket. */
final class SocketPeer implements Peer {
  private static final int MOST_WORDS = 1 << 16;

  private final int rank;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  /** A peer whose rank is not known yet where that is below 0. */
  SocketPeer(int rank, Socket socket) throws IOException {
    this.rank = rank;
    this.socket = socket;
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** The same once it has said which rank it is. */
  SocketPeer(int rank, SocketPeer other) {
    this.rank = rank;
    socket = other.socket;
    in = other.in;
    out = other.out;
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public void say(Message message) {
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

  @Override
  public Message hear() throws IOException {
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

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone anyway.
    }
  }
}
