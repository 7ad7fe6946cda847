package vail.sim.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Part;

class ParcelFormatTest {
  private static final long MOST = 1 << 20;
  private static final byte[] BYTES = {10, 11, 12, 13, 14, 15, 16};
  private static final Parcel PARCEL =
      new Parcel(
          3,
          5,
          17,
          2,
          1L << 40,
          List.of(
              new Part(new int[] {4, 8}, Part.Form.CODED, BYTES, 1, 5),
              new Part(new int[] {0}, Part.Form.PLAIN, BYTES, 0, 0),
              new Part(new int[] {2}, Part.Form.OWN_BOOK, BYTES, 5, 2)));

  @Test
  void bringsBackWhatWasSent() {
    Parcel read = read(bytes(PARCEL, 9));

    assertEquals(3, read.from());
    assertEquals(5, read.to());
    assertEquals(17, read.receive());
    assertEquals(2, read.lane());
    assertEquals(1L << 40, read.tail());
    assertEquals(3, read.parts().size());
    for (int i = 0; i < 3; i++) {
      Part sent = PARCEL.parts().get(i);
      Part part = read.parts().get(i);
      assertArrayEquals(sent.sizes(), part.sizes());
      assertEquals(sent.form(), part.form());
      assertArrayEquals(content(sent), content(part));
    }
  }

  @Test
  void bringsBackAParcelOfNothing() {
    Parcel empty = new Parcel(0, 1, 2, 3, 0, List.of());

    assertEquals(empty, read(bytes(empty, 0)));
  }

  @Test
  void seesEveryBitThatWasChanged() {
    byte[] sent = bytes(PARCEL, 9);
    for (int bit = 0; bit < Byte.SIZE * sent.length; bit++) {
      byte[] changed = sent.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThrows(VailFormatException.class, () -> read(changed), "bit " + bit);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, BAD_MAGIC",
    "4, UNSUPPORTED_VERSION",
    "5, RESERVED_NONZERO",
    "43, LIMIT_EXCEEDED"
  })
  void namesTheFieldThatIsWrong(int at, Fault fault) {
    byte[] changed = bytes(PARCEL, 0);
    changed[at] ^= 0x40;
    VailFormatException wrong =
        assertThrows(VailFormatException.class, () -> ParcelFormat.readHead(changed, MOST));

    assertEquals(fault, wrong.fault());
  }

  @Test
  void bringsBackTheNumberOfAParcel() {
    assertEquals(9, ParcelFormat.number(bytes(PARCEL, 9)));
  }

  @Test
  void bringsBackAGreeting() {
    Greeting greeting = new Greeting(-5, 1 << 30);
    byte[] sent = ParcelFormat.greeting(greeting);

    assertEquals(0, ParcelFormat.readHead(sent, MOST));
    assertTrue(ParcelFormat.isGreeting(sent));
    assertEquals(greeting, ParcelFormat.readGreeting(sent));
  }

  @Test
  void seesEveryBitOfAGreetingThatWasChanged() {
    byte[] sent = ParcelFormat.greeting(new Greeting(1, 2));
    for (int bit = 0; bit < Byte.SIZE * sent.length; bit++) {
      byte[] changed = sent.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThrows(
          VailFormatException.class,
          () -> {
            ParcelFormat.readHead(changed, MOST);
            ParcelFormat.readGreeting(changed);
          },
          "bit " + bit);
    }
  }

  private static byte[] bytes(Parcel parcel, int number) {
    return ParcelFormat.frame(parcel, number).getBytes();
  }

  private static Parcel read(byte[] all) {
    byte[] head = Arrays.copyOf(all, ParcelFormat.HEAD);
    int rest = ParcelFormat.readHead(head, MOST);
    byte[] behind = Arrays.copyOfRange(all, ParcelFormat.HEAD, ParcelFormat.HEAD + rest);
    return ParcelFormat.read(head, behind);
  }

  private static byte[] content(Part part) {
    return Arrays.copyOfRange(part.bytes(), part.from(), part.from() + part.length());
  }
}
