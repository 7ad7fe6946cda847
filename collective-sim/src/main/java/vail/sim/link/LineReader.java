package vail.sim.link;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** Finds greetings and parcels in the bytes of a line, which come in any portions. */
final class LineReader {
  /** What a head says may not be true: no more than this is given to it before so much has come. */
  private static final int FIRST_ROOM = 1 << 20;

  private final long mostBytes;
  private final Frames frames;
  private byte[] head = {};
  private byte[] filled = new byte[ParcelFormat.HEAD];
  private int wanted = ParcelFormat.HEAD;
  private int size;

  /** Takes what is found; throws where it was not sound. */
  interface Frames {
    void greeting(Greeting greeting);

    void parcel(int number, Parcel parcel);
  }

  LineReader(long mostBytes, Frames frames) {
    this.mostBytes = mostBytes;
    this.frames = frames;
  }

  /**
   * Takes more bytes.
   *
   * @throws vail.fault.VailFormatException if they are not sound; nothing says then where the next
   *     frame begins
   */
  void take(Buffer bytes) {
    int at = 0;
    while (at < bytes.length()) {
      int portion = Math.min(wanted - size, bytes.length() - at);
      makeRoom(size + portion);
      bytes.getBytes(at, at + portion, filled, size);
      at += portion;
      size += portion;
      if (size == wanted) {
        read(filled);
      }
    }
  }

  private void makeRoom(int room) {
    if (room > filled.length) {
      filled = Arrays.copyOf(filled, (int) Math.min(wanted, Math.max(room, 2L * filled.length)));
    }
  }

  private void want(int bytes) {
    wanted = bytes;
    filled = new byte[Math.min(bytes, FIRST_ROOM)];
    size = 0;
  }

  private void read(byte[] record) {
    if (head.length > 0) {
      readRest(record);
      return;
    }
    head = record;
    int rest = ParcelFormat.readHead(head, mostBytes);
    if (rest > 0) {
      want(rest);
    } else {
      readRest(new byte[0]);
    }
  }

  private void readRest(byte[] rest) {
    byte[] read = head;
    head = new byte[0];
    want(ParcelFormat.HEAD);
    if (ParcelFormat.isGreeting(read)) {
      frames.greeting(ParcelFormat.readGreeting(read));
    } else {
      frames.parcel(ParcelFormat.number(read), ParcelFormat.read(read, rest));
    }
  }
}
