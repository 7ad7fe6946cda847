package vail.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vail.bench.codec.Contender;
import vail.bench.codec.OurBackends;
import vail.bench.codec.Peers;
import vail.bench.data.Plane;
import vail.bench.data.Recordings;
import vail.cli.Samples;
import vail.tensor.PlaneKernels;

class ProgrammeTest {
  /** One round, whatever the time. */
  private static final Pace HASTY = new Pace(1, 1, 1, 0, 0, 1000);

  @Test
  void quicklyRunsEveryoneWhoIsReadyOnTheSamplesThatComeAlong() throws IOException {
    try (Samples samples = Samples.unpack();
        OurBackends ours = new OurBackends()) {
      List<Plane> planes = new Recordings(samples.folder()).planes();
      List<Contender.Ready> ready = new ArrayList<>(ready(ours.contenders()));
      ready.addAll(ready(Peers.contenders(PlaneKernels.JAVA)));
      Programme programme = new Programme(ready, HASTY, news -> {});

      Plane tensor = new Recordings(samples.folder()).tensor().orElseThrow();
      programme.quick(planes, tensor, 2, new Deadline(() -> 1, 0));

      Findings findings = programme.findings(Machine.here(), "", List.of());
      assertEquals(List.of(), findings.failures());
      assertEquals(6, planes.size());
      for (String plane : List.of(planes.get(0).name(), planes.get(1).name())) {
        assertEquals(
            ready.stream().map(Contender.Ready::label).toList(),
            findings.rows(findings.headline(plane).orElseThrow()).stream()
                .map(Row::label)
                .toList());
      }
      assertEquals(ready.size(), findings.latencies().size());
      assertTrue(
          findings.races().stream().anyMatch(race -> race.plane().equals(tensor.name())),
          findings.races().toString());
    }
  }

  private static List<Contender.Ready> ready(List<Contender> contenders) {
    return contenders.stream()
        .filter(Contender.Ready.class::isInstance)
        .map(Contender.Ready.class::cast)
        .toList();
  }
}
