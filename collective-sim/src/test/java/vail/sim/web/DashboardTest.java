package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonValue;
import vail.sim.event.Wiring;
import vail.sim.live.Watch;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.plan.OpKind;

class DashboardTest {
  private static final Path FILE = Path.of("grafana", "vail.json");
  private static final Pattern METER = Pattern.compile("\\b(?:vail|vertx|jvm|process)_[a-z_]+\\b");

  @Test
  void showsMetersThatThereAre() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (JsonValue panel : dashboard().array("panels").items()) {
      for (JsonValue target : panel.asObject("a panel").array("targets").items()) {
        Matcher meters = METER.matcher(target.asObject("a target").string("expr"));
        while (meters.find()) {
          shown.add(meters.group());
        }
      }
    }
    assertTrue(shown.size() > 10, shown.toString());
    shown.removeAll(measured());
    assertEquals(Set.of(), shown);
  }

  private static JsonObject dashboard() throws IOException {
    return JsonReader.read(MemorySegment.ofArray(Files.readAllBytes(FILE))).asObject("dashboard");
  }

  /** The names of all meters of a server that was asked something, and of a run. */
  private static Set<String> measured() throws IOException {
    try (EchoSite site = new EchoSite(Limits.USUAL)) {
      Watch watch =
          site.meters.watch(
              new Wiring(Grids.parse("ring:4", Link.of(Rate.ofGigabytes(100), 1_000))));
      watch.worked(0, OpKind.ENCODE, 1_000);
      watch.carried(0, 100, 70);
      site.post("/ask/echo", "{}", site.keys.run());
      return site.get("/metrics", EchoSite.bearer(site.keys.view()))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[{ ]", 2)[0])
          .collect(Collectors.toSet());
    }
  }
}
