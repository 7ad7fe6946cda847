package vail.sim.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.event.Job;
import vail.sim.event.ModelSizes;
import vail.sim.event.Outcome;
import vail.sim.event.Simulator;
import vail.sim.event.Wiring;
import vail.sim.model.Die;
import vail.sim.model.Frames;
import vail.sim.model.Service;
import vail.sim.net.Grid;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.OpKind;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;

class TraceTest {
  private static final long ENOUGH = 1 << 26;

  @ParameterizedTest
  @CsvSource({
    "ring:5, ring, SINGLE, STORE_AND_FORWARD",
    "torus:3x3, torus, THREE, STORE_AND_FORWARD",
    "switch:6, direct, SINGLE, CUT_THROUGH",
    "mesh:2x3, direct, NONE, CUT_THROUGH"
  })
  void tellsAllThatUnitsAndLinksWereBusy(
      String topology, String algorithm, Codec codec, Relay relay) throws IOException {
    Job job = job(topology, algorithm, codec, relay);
    Outcome outcome = Simulator.run(job);
    List<JsonObject> events = events(write(ENOUGH, job));

    for (int die = 0; die < outcome.dies(); die++) {
      for (OpKind kind : OpKind.values()) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        long busy = busy(slices(events, die).filter(slice -> slice.string("name").equals(word)));
        if (Die.serves(kind)) {
          assertEquals(outcome.unitBusy(die, kind), busy, word + " of die " + die);
        }
      }
    }
    for (int link = 0; link < outcome.links(); link++) {
      assertEquals(outcome.linkBusy(link), busy(carried(events, job, link)), "link " + link);
    }
  }

  @ParameterizedTest
  @CsvSource({"ring:5, ring, SINGLE", "switch:6, direct, THREE", "torus:4x4, torus, NONE"})
  void keepsSlicesOfAThreadApartAndWithinTheRun(String topology, String algorithm, Codec codec)
      throws IOException {
    Job job = job(topology, algorithm, codec, Relay.STORE_AND_FORWARD);
    long time = Simulator.run(job).time();
    List<JsonObject> slices = of("X", events(write(ENOUGH, job)));

    for (JsonObject slice : slices) {
      long start = start(slice);
      long end = end(slice);
      assertTrue(0 <= start && start < end && end <= time, slice.toString());
      assertEquals(start / 1000, Math.round(slice.number("ts") * 1000));
      assertEquals(end / 1000 - start / 1000, Math.round(slice.number("dur") * 1000));
    }
    assertEquals(List.of(), overlapping(slices));
  }

  private static List<String> overlapping(List<JsonObject> slices) {
    Map<String, TreeMap<Long, Long>> threads = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (JsonObject slice : slices) {
      TreeMap<Long, Long> thread = threads.computeIfAbsent(thread(slice), _ -> new TreeMap<>());
      Map.Entry<Long, Long> before = thread.lowerEntry(end(slice));
      if (before != null && before.getValue() > start(slice)) {
        wrong.add(slice + " meets " + before);
      }
      thread.put(start(slice), end(slice));
    }
    return wrong;
  }

  @Test
  void drawsAnArrowFromEachSliceThatSendsToOneThatReceives() throws IOException {
    Job job = job("switch:5", "direct", Codec.SINGLE, Relay.STORE_AND_FORWARD);
    List<JsonObject> events = events(write(ENOUGH, job));
    List<JsonObject> slices = of("X", events);
    List<JsonObject> starts = of("s", events);
    List<JsonObject> ends = of("f", events);

    assertEquals(starts.size(), ends.size());
    assertEquals(
        starts.size(), slices.stream().filter(s -> s.string("name").equals("receive")).count());
    Set<String> begins = slices.stream().map(TraceTest::place).collect(Collectors.toSet());
    Set<Double> numbers = new HashSet<>();
    for (int i = 0; i < starts.size(); i++) {
      JsonObject from = starts.get(i);
      JsonObject to = ends.get(i);
      assertEquals(from.number("id"), to.number("id"));
      assertTrue(numbers.add(from.number("id")), from.toString());
      assertTrue(from.number("ts") < to.number("ts"), from + " " + to);
      assertTrue(begins.contains(place(from)) && begins.contains(place(to)), from + " " + to);
    }
  }

  @Test
  void showsHowBusyLinksWereOverTime() throws IOException {
    Job job = job("ring:8", "ring", Codec.NONE, Relay.STORE_AND_FORWARD);
    Outcome outcome = Simulator.run(job);
    double sum = 0;
    for (JsonObject point : of("C", events(write(ENOUGH, job)))) {
      if (point.string("name").startsWith("links")) {
        sum += point.object("args").number("value") / 100 / UseCurve.SPANS;
      }
    }

    assertEquals((double) outcome.linkBusy(0) / outcome.time(), sum, 0.01);
  }

  @ParameterizedTest
  @CsvSource({"500000", "1000000", "3000000"})
  void leavesWholeNodesOutToKeepToALimit(int most) throws IOException {
    Job job = job("ring:40", "ring", Codec.SINGLE, Relay.STORE_AND_FORWARD);
    byte[] text = write(most, job);
    List<JsonObject> events = events(text);
    Outcome outcome = Simulator.run(job);
    long shown = of("X", events).stream().map(slice -> slice.number("pid")).distinct().count();
    String note = document(text).object("otherData").string("note2");

    assertTrue(text.length <= most && text.length > most / 3, most + ": " + text.length);
    assertTrue(note.startsWith("run: of 40 nodes only the first " + shown + ","), note);
    for (int die = 0; die < shown; die++) {
      assertEquals(
          outcome.unitBusy(die, OpKind.DECODE),
          busy(slices(events, die).filter(slice -> slice.string("name").equals("decode"))));
    }
  }

  @Test
  void staysValidWhereNotOneDieFits() throws IOException {
    byte[] text = write(1, job("ring:3", "ring", Codec.SINGLE, Relay.STORE_AND_FORWARD));

    assertEquals(List.of(), of("X", events(text)));
  }

  @Test
  void isTheSameEachTimeAndSetsRunsSideBySide() throws IOException {
    Job one = job("ring:3", "ring", Codec.SINGLE, Relay.STORE_AND_FORWARD);
    Job other = job("ring:3", "ring", Codec.NONE, Relay.STORE_AND_FORWARD);

    assertArrayEquals(write(ENOUGH, one, other), write(ENOUGH, one, other));
    assertEquals(
        8, events(write(ENOUGH, one, other)).stream().map(e -> e.number("pid")).distinct().count());
  }

  @Test
  void tellsThatTheDiskIsFull() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new FileSystemException("full");
          }
        };
    Job job = job("ring:3", "ring", Codec.SINGLE, Relay.STORE_AND_FORWARD);

    assertThrows(
        FileSystemException.class,
        () -> Trace.write(full, ENOUGH, List.of(new Trace.Run("run", job))));
  }

  private static Job job(String topology, String algorithm, Codec codec, Relay relay) {
    Grid grid = Grids.parse(topology, Link.of(Rate.ofGigabytes(100), 500_000));
    Schedule schedule =
        Schedule.of(
            Algorithms.find(algorithm)
                .orElseThrow()
                .algorithm(Collective.ALL_REDUCE, Layout.of(grid)),
            Hops.all(codec));
    Partition partition = new Partition(100_003, 2, schedule.algorithm().pieces(), 3);
    Service coder = new Service(2, 20_000, Rate.ofGigabytes(90));
    Service adder = new Service(1, 0, Rate.ofGigabytes(300));
    Die die = new Die(coder, coder, coder, coder, adder, adder);
    Frames frames = new Frames(787, 1000, 0);
    return new Job(
        schedule, partition, new ModelSizes(schedule, partition, frames, frames), grid, relay, die);
  }

  private static byte[] write(long most, Job... jobs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Trace.write(out, most, Stream.of(jobs).map(job -> new Trace.Run("run", job)).toList());
    return out.toByteArray();
  }

  private static JsonObject document(byte[] text) {
    return JsonReader.read(MemorySegment.ofArray(text)).asObject("the trace");
  }

  private static List<JsonObject> events(byte[] text) {
    return document(text).array("traceEvents").items().stream()
        .map(event -> event.asObject("an event"))
        .toList();
  }

  private static List<JsonObject> of(String phase, List<JsonObject> events) {
    return events.stream().filter(event -> event.string("ph").equals(phase)).toList();
  }

  private static Stream<JsonObject> slices(List<JsonObject> events, int die) {
    return of("X", events).stream().filter(slice -> slice.number("pid") == 2 + die);
  }

  /** What the sending end of a link shows. */
  private static Stream<JsonObject> carried(List<JsonObject> events, Job job, int link) {
    Wiring wiring = new Wiring(job.topology());
    int node = wiring.node(link);
    return slices(events, node)
        .filter(slice -> slice.number("tid") == 1_000_000 + link - wiring.first(node));
  }

  private static String place(JsonObject event) {
    return thread(event) + " at " + event.number("ts");
  }

  private static String thread(JsonObject event) {
    return event.number("pid") + "/" + event.number("tid");
  }

  private static long busy(Stream<JsonObject> slices) {
    return slices.mapToLong(slice -> end(slice) - start(slice)).sum();
  }

  private static long start(JsonObject slice) {
    return slice.object("args").integer("startPs", 0, Long.MAX_VALUE);
  }

  private static long end(JsonObject slice) {
    return slice.object("args").integer("endPs", 0, Long.MAX_VALUE);
  }
}
