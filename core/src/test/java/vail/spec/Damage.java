package vail.spec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The lines {@code set}, {@code cut}, {@code add} and {@code seal} of an example. */
final class Damage {
  private static final int PREAMBLE = 12;
  private static final int HEAD = 16;

  private Damage() {}

  /** A copy of a container with these lines carried out in their order. */
  static byte[] of(Example example, byte[] container) {
    byte[] damaged = container.clone();
    for (Example.Line line : example.lines()) {
      damaged =
          switch (line.key()) {
            case "set" -> set(damaged, line.value());
            case "cut" -> Arrays.copyOf(damaged, Integer.parseInt(line.value()));
            case "add" -> add(damaged, Texts.bytes(line.value()));
            case "seal" -> seal(damaged, Integer.parseInt(line.value()));
            default -> damaged;
          };
    }
    return damaged;
  }

  private static byte[] set(byte[] container, String value) {
    String[] parts = value.split(" = ", -1);
    byte[] bytes = Texts.bytes(parts[1]);
    System.arraycopy(bytes, 0, container, Integer.parseInt(parts[0]), bytes.length);
    return container;
  }

  private static byte[] add(byte[] container, byte[] bytes) {
    byte[] longer = Arrays.copyOf(container, container.length + bytes.length);
    System.arraycopy(bytes, 0, longer, container.length, bytes.length);
    return longer;
  }

  /** Makes the check of the preamble (place 0) or of a frame right again. */
  static byte[] seal(byte[] container, int place) {
    ByteBuffer bytes = ByteBuffer.wrap(container).order(ByteOrder.LITTLE_ENDIAN);
    int sealed = place == 0 ? PREAMBLE : HEAD + bytes.getInt(place + 4);
    CRC32C crc = new CRC32C();
    crc.update(container, place, sealed);
    bytes.putInt(place + sealed, (int) crc.getValue());
    return container;
  }
}
