package vail.sim.team;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Another JVM that shares an event bus with this one. */
final class BusPeer implements Peer {
  private static final Message GONE = new Message("gone", List.of());

  private final int rank;
  private final Bus bus;
  private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
  private volatile boolean gone;

  BusPeer(int rank, Bus bus) {
    this.rank = rank;
    this.bus = bus;
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public void say(Message message) {
    if (!gone) {
      bus.say(this, message);
    }
  }

  /** It has said something. */
  void heard(Message message) {
    heard.add(message);
  }

  /** It will say nothing any more. */
  void gone() {
    gone = true;
    heard.add(GONE);
  }

  boolean isGone() {
    return gone;
  }

  @Override
  public Message hear() throws IOException {
    try {
      Message next = heard.take();
      if (next.equals(GONE)) {
        throw new IOException("it has left the cluster");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    bus.close();
  }
}
