package vail.sim.link;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * What the receiving end of a link answers: 12 bytes, numbers little-endian. At 0 the number of the
 * parcel that is due, all before it were taken in; at 4 the number of the fault over which the line
 * is given up, or 0; at 8 the CRC-32C of these.
 *
 * @param due number of the parcel that is due
 * @param fault over which the line is given up
 */
public record Ack(int due, Optional<Fault> fault) {
  /** Bytes of each. */
  public static final int BYTES = 12;

  private static final int CHECK = 8;

  static Ack of(int due) {
    return new Ack(due, Optional.empty());
  }

  Buffer toBytes() {
    Buffer bytes = Buffer.buffer(BYTES).appendIntLE(due);
    bytes.appendIntLE(fault.map(Fault::number).orElse(0));
    return bytes.appendIntLE(check(bytes));
  }

  /**
   * Reads one.
   *
   * @throws VailFormatException if it was damaged
   */
  static Ack read(Buffer bytes) {
    if (bytes.getIntLE(CHECK) != check(bytes)) {
      throw new VailFormatException(Fault.CHECKSUM, CHECK, "the answer was damaged");
    }
    int fault = bytes.getIntLE(4);
    return new Ack(bytes.getIntLE(0), fault == 0 ? Optional.empty() : Optional.of(Fault.of(fault)));
  }

  private static int check(Buffer bytes) {
    CRC32C check = new CRC32C();
    check.update(bytes.getBytes(0, CHECK));
    return (int) check.getValue();
  }
}
