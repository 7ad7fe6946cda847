package vail.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrefixTest {
  @Test
  void handsOutTheWholeFileAfterSomeWasLookedAt() throws Exception {
    byte[] file = new byte[3_000_000];
    new Random(1).nextBytes(file);
    Prefix prefix =
        new Prefix(Channels.newChannel(new ByteArrayInputStream(file)), OptionalLong.empty());

    assertEquals(2_500_000, prefix.first(2_500_000).byteSize());

    assertArrayEquals(file, Channels.newInputStream(prefix).readAllBytes());
  }

  @Test
  void doesNotHoldMoreThanThereIs() throws Exception {
    Prefix prefix = new Prefix(Headers.channel(new byte[5]), OptionalLong.empty());

    assertFalse(prefix.holds(6));
    assertEquals(5, Channels.newInputStream(prefix).readAllBytes().length);
  }
}
