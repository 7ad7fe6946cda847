package vail.sim.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CreditsTest {
  private long used;
  private final Credits credits = new Credits(100, now -> used = now);

  @Test
  void letsNobodyPassWhoWaits() {
    assertTrue(credits.take(60).succeeded());
    Future<Void> large = credits.take(50);
    Future<Void> small = credits.take(1);

    assertFalse(large.isComplete());
    assertFalse(small.isComplete());
    credits.give(60);
    assertTrue(large.succeeded());
    assertTrue(small.succeeded());
    assertEquals(51, used);
  }

  @Test
  void letsAParcelThatIsLargerThanAllCreditGoAlone() {
    Future<Void> first = credits.take(1);
    Future<Void> huge = credits.take(1_000);
    Future<Void> next = credits.take(1);

    credits.give(1);
    assertTrue(first.succeeded());
    assertTrue(huge.succeeded());
    assertFalse(next.isComplete());
    credits.give(1_000);
    assertTrue(next.succeeded());
  }

  @Test
  void letsAllFailThatWaitForALinkThatIsGone() {
    assertTrue(credits.take(100).succeeded());
    Future<Void> waiting = credits.take(1);
    IOException gone = new IOException("gone");
    credits.fail(gone);

    assertEquals(gone, waiting.cause());
  }
}
