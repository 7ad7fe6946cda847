package vail.cli.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.cli.Bytes;
import vail.cli.Exit;
import vail.cli.Run;
import vail.json.JsonObject;
import vail.testing.Absence;

class OffloadCommandTest {
  private static final int ELEMENTS = 6_000;

  @TempDir private Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void writeInput() throws IOException {
    String header =
        "{\"w\":{\"dtype\":\"BF16\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
            .formatted(ELEMENTS, 2 * ELEMENTS);
    byte[] file = Bytes.safetensors(header, Bytes.bf16(1, ELEMENTS));
    in = Files.write(folder.resolve("in.safetensors"), file);
    out = folder.resolve("in.vail");
  }

  private static void requireCircuit() {
    require("rtl-sim");
  }

  private static void require(String backend) {
    switch (Backends.probe(backend)) {
      case Probe.Ready ready -> ready.backend().close();
      case Probe.Absent(String reason) -> throw Absence.ofBackend(backend, reason);
    }
  }

  @Test
  void sendsAFileThroughABoardThatIsNamed() throws IOException {
    require("board:sim");
    Run run = Run.of("offload", in, out, "--backend", "board:sim", "--json");

    assertEquals(0, run.exit(), run.toString());
    assertEquals("board", run.json().string("backend"));
    JsonObject counted = run.json().object("decode");
    assertEquals(Files.size(in), counted.integer("symbols", 0, Long.MAX_VALUE));
    assertEquals(5, counted.integer("blocks", 0, Long.MAX_VALUE));
    assertTrue(counted.integer("cycles", 1, Long.MAX_VALUE) > Files.size(in) / 16);
    assertTrue(counted.find("bookCycles").isEmpty(), "the kernel does not count them");
  }

  @Test
  void sendsAFileThroughADeviceOfOpenClAndTimesIt() throws IOException {
    require("opencl");
    Run run = Run.of("offload", in, out, "--backend", "opencl", "--json");

    assertEquals(0, run.exit(), run.toString());
    for (String way : new String[] {"encode", "decode"}) {
      JsonObject told = run.json().object(way);
      assertEquals(Files.size(in), told.integer("symbols", 0, Long.MAX_VALUE));
      assertEquals(5, told.integer("blocks", 0, Long.MAX_VALUE));
      assertTrue(told.object("kernelNanos").integer(way, 1, Long.MAX_VALUE) > 0, told.toString());
    }
    String text = Run.of("offload", in, out, "--backend", "opencl").text();
    assertTrue(text.contains("upload") && text.contains("came back bit for bit"), text);
  }

  @Test
  void aBoardThatIsNotNamedIsAbsent() {
    Run run = Run.of("offload", in, out, "--backend", "board");

    assertEquals(Exit.ABSENT.code(), run.exit());
    assertTrue(run.errors().contains("no board is named; there are board:sim"), run.toString());
  }

  @Test
  void sendsAFileThroughTheSimulatedCircuitsAndCountsTheirCycles() throws IOException {
    requireCircuit();
    Run run = Run.of("offload", in, out, "--clock", "500MHz", "--json");

    assertEquals(0, run.exit(), run.toString());
    JsonObject said = run.json();
    assertEquals("rtl-sim", said.string("backend"));
    assertEquals(500_000_000, said.integer("clockHz", 0, Long.MAX_VALUE));
    for (String way : new String[] {"encode", "decode"}) {
      JsonObject counted = said.object(way);
      assertEquals(Files.size(in), counted.integer("symbols", 0, Long.MAX_VALUE));
      // two tiles of two planes, and what stands before them
      assertEquals(5, counted.integer("blocks", 0, Long.MAX_VALUE));
      double rate = counted.number("bytesPerCycle");
      assertTrue(rate > 1 && rate < 16, counted.toString());
      assertEquals(0.5 * rate, counted.number("GBpsAtClock"), 1e-5);
      assertTrue(counted.integer("bookCycles", 1, Long.MAX_VALUE) > 2_000, counted.toString());
    }
  }

  @Test
  void writesAFileThatAnyBackendDecodes() throws IOException {
    requireCircuit();
    Run run = Run.of("offload", in, out, "--select", "fixed", "--tile", "1000");
    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("came back bit for bit"), run.text());
    Path back = folder.resolve("back");

    assertEquals(0, Run.of("decode", out, back, "--backend", "java-reference").exit());
    assertArrayEquals(Files.readAllBytes(in), Files.readAllBytes(back));
    assertTrue(Files.size(out) < 0.8 * Files.size(in), Files.size(out) + " bytes");
  }

  @Test
  @Tag("slow")
  void writesWaveformsThatNameThePinsOfTheCircuits() throws IOException {
    requireCircuit();
    Path wave = folder.resolve("wave.vcd");
    Run run = Run.of("offload", in, out, "--trace", wave);

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.errors().contains("open them with gtkwave or surfer"), run.errors());
    for (Path file : List.of(wave, folder.resolve("wave-decoder.vcd"))) {
      List<String> head = Files.readAllLines(file).subList(0, 200);
      assertEquals("$version Generated by VerilatedVcd $end", head.getFirst());
      assertTrue(head.stream().anyMatch(line -> line.contains(" m_valid_o $end")), file + "");
    }
  }

  @Test
  void looksForTheFileBeforeCircuitsAreMadeThatShowIt() {
    Run run = Run.of("offload", folder.resolve("none"), out, "--trace", folder.resolve("w"));

    assertEquals(Exit.IO.code(), run.exit(), run.toString());
    assertTrue(run.errors().contains("no such file"), run.errors());
  }

  @Test
  void doesNotWriteOverTheFileThatItComparesWith() throws IOException {
    byte[] before = Files.readAllBytes(in);
    Run run = Run.of("offload", in, folder.resolve(".").resolve(in.getFileName()));

    assertEquals(Exit.USAGE.code(), run.exit(), run.toString());
    assertArrayEquals(before, Files.readAllBytes(in));
  }

  @Test
  void onlyTheSimulatedCircuitsAreShown() {
    Run run = Run.of("offload", in, out, "--trace", folder.resolve("w"), "--backend", "opencl");

    assertEquals(Exit.USAGE.code(), run.exit(), run.toString());
    assertTrue(run.errors().contains("--trace shows rtl-sim"), run.errors());
  }

  @Test
  void whatHasNoClockIsUsage() {
    Run run = Run.of("offload", in, out, "--backend", "java-scalar");

    assertEquals(2, run.exit());
    assertTrue(run.errors().contains("has no clock"), run.errors());
  }

  @Test
  void anOddClockIsUsage() {
    for (String clock : new String[] {"250", "0MHz", "-1GHz", "MHz", "1e3MHz"}) {
      Run run = Run.of("offload", in, out, "--clock=" + clock);

      assertEquals(2, run.exit(), clock);
      assertTrue(run.errors().contains("accepted are forms like 250MHz"), run.errors());
    }
  }
}
