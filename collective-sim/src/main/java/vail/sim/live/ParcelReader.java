package vail.sim.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.function.Consumer;

/** Reads the parcels of a connection, and gives credit back for each. */
final class ParcelReader {
  private final NetSocket socket;
  private final long mostBytes;
  private final Consumer<Parcel> receiver;
  private final Consumer<Throwable> trouble;
  private final RecordParser parser;
  private byte[] head = {};
  private int number;

  ParcelReader(
      NetSocket socket, long mostBytes, Consumer<Parcel> receiver, Consumer<Throwable> trouble) {
    this.socket = socket;
    this.mostBytes = mostBytes;
    this.receiver = receiver;
    this.trouble = trouble;
    parser = RecordParser.newFixed(ParcelFormat.HEAD, socket);
    parser.handler(this::read);
    parser.exceptionHandler(trouble::accept);
  }

  private void read(Buffer record) {
    try {
      if (head.length == 0) {
        readHead(record.getBytes());
      } else {
        readRest(record.getBytes());
      }
    } catch (RuntimeException e) {
      // What is wrong is said before the link closes, or its other end would only say that it did.
      trouble.accept(e);
      // Nothing says where the next parcel begins.
      parser.pause();
      var _ = socket.close();
    }
  }

  private void readHead(byte[] record) {
    int rest = ParcelFormat.readHead(record, mostBytes);
    head = record;
    if (rest == 0) {
      readRest(new byte[0]);
    } else {
      parser.fixedSizeMode(rest);
    }
  }

  private void readRest(byte[] rest) {
    Parcel parcel = ParcelFormat.read(head, rest, number++);
    head = new byte[0];
    parser.fixedSizeMode(ParcelFormat.HEAD);
    receiver.accept(parcel);
    var _ = socket.write(CreditReader.credit((int) parcel.bytes()));
  }
}
