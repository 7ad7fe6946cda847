package vail.sim.link;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;

/** Finds greetings and parcels in the bytes of a line. */
final class LineReader {
  private final long mostBytes;
  private final Frames frames;
  private final RecordParser parser = RecordParser.newFixed(ParcelFormat.HEAD);
  private byte[] head = {};

  /** Takes what is found; throws where it was not sound. */
  interface Frames {
    void greeting(Greeting greeting);

    void parcel(int number, Parcel parcel);
  }

  LineReader(long mostBytes, Frames frames) {
    this.mostBytes = mostBytes;
    this.frames = frames;
    parser.handler(this::read);
  }

  /**
   * Takes more bytes.
   *
   * @throws vail.fault.VailFormatException if they are not sound; nothing says then where the next
   *     frame begins
   */
  void take(Buffer bytes) {
    parser.handle(bytes);
  }

  private void read(Buffer record) {
    if (head.length > 0) {
      readRest(record.getBytes());
      return;
    }
    head = record.getBytes();
    int rest = ParcelFormat.readHead(head, mostBytes);
    if (rest > 0) {
      parser.fixedSizeMode(rest);
    } else {
      readRest(new byte[0]);
    }
  }

  private void readRest(byte[] rest) {
    byte[] read = head;
    head = new byte[0];
    parser.fixedSizeMode(ParcelFormat.HEAD);
    if (ParcelFormat.isGreeting(read)) {
      frames.greeting(ParcelFormat.readGreeting(read));
    } else {
      frames.parcel(ParcelFormat.number(read), ParcelFormat.read(read, rest));
    }
  }
}
