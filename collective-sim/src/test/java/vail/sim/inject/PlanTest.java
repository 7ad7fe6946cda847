package vail.sim.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.sim.event.Wiring;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;

class PlanTest {
  private static final Wiring WIRING =
      new Wiring(Grids.parse("mesh:2x3", Link.of(Rate.ofGigabytes(1), 1)));

  @Test
  void readsWhatItWrites() {
    for (long seed = 0; seed < 100; seed++) {
      Plan plan = Plan.of(seed, WIRING);

      assertEquals(plan, Plan.parse(plan.toString()), "seed " + seed);
    }
  }

  @Test
  void takesTheFirstParcelWhereNothingElseIsSaid() {
    assertEquals(
        List.of(
            new Injection(Kind.FLIP_HEADER, 3, Phase.TRANSFER, 0),
            new Injection(Kind.CRASH, 0, Phase.DECODE, 0)),
        Plan.parse("flip-header@3,crash@0:decode").injections());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "drop",
        "drop@",
        "drop@x",
        "drop@0:",
        "drop@0:idle:-1",
        "dorp@0",
        "drop@0,",
        "drop@0:lunch",
        "drop@9999999999"
      })
  void saysWhatItCannotRead(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Plan.parse(text)).getMessage();

    assertTrue(message.contains("is not of the form") || message.contains("is none of"), message);
  }

  @Test
  void picksPhasesThatComeWhereNoBookIsChanged() {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    for (long seed = 0; seed < 200; seed++) {
      Plan.of(seed, WIRING, Phase.WITHOUT_REFRESH)
          .injections()
          .forEach(each -> phases.add(each.phase()));
    }

    assertEquals(
        EnumSet.complementOf(EnumSet.of(Phase.REFRESH_PREPARE, Phase.REFRESH_COMMIT)), phases);
  }

  @Test
  void isMadeOfAllKindsAndPhasesOnLinksThatThereAre() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    for (long seed = 0; seed < 200; seed++) {
      for (Injection each : Plan.of(seed, WIRING).injections()) {
        kinds.add(each.kind());
        phases.add(each.phase());
        assertTrue(WIRING.leads(each.link()), "seed " + seed);
      }
    }

    assertEquals(EnumSet.allOf(Kind.class), kinds);
    assertEquals(EnumSet.allOf(Phase.class), phases);
  }

  @Test
  void refusesLinksThatThereAreNot() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Injector(Plan.parse("drop@99"), WIRING, (_, _) -> {}, 1, _ -> {}))
            .getMessage();

    assertTrue(message.contains("there is no link 99"), message);
  }
}
