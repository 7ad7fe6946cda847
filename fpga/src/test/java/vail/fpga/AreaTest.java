package vail.fpga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Areas by yosys stay within three per cent of what they were when README.md was written. */
class AreaTest {
  private static final double SLACK = 0.03;

  private static final Map<String, String> TOOLS =
      Map.of("make", "make", "yosys", "yosys", "python3", "python3");

  private static final Pattern ROW =
      Pattern.compile(
          "\"design\": \"([^\"]+)\", \"lanes\": (\\d+).*?\"family\": \"ultrascale\\+\""
              + ".*?\"lutPerBytePerCycle\": ([\\d.]+)");

  @Test
  @Tag("thorough")
  void theSmallestEncoderIsAsSmallAsItWas() throws Exception {
    assertAreas(Map.of("enc_core 4", 112.5), "SYNTHS=vail_enc_core:Lanes=4@ultrascale+");
  }

  @Test
  @Tag("slow")
  void coresAreAsSmallAsTheyWere() throws Exception {
    assertAreas(
        Map.of("enc_core 8", 106.2, "dec_core 8", 110.1, "dec_core 16", 101.8),
        "SYNTHS=vail_enc_core:Lanes=8@ultrascale+ vail_dec_core:Lanes=8@ultrascale+"
            + " vail_dec_core:Lanes=16@ultrascale+");
  }

  @Test
  @Tag("slow")
  void coresForOtherFamiliesOfBooksAreAsSmallAsTheyWere() throws Exception {
    assertAreas(
        Map.of(
            "enc_core Longest=4 8",
            104.4,
            "enc_core Longest=11 Escapes=0 LookAhead=6 8",
            184.1,
            "dec_core Longest=4 8",
            105.8,
            "dec_core Longest=11 8",
            183.1),
        "SYNTHS=vail_enc_core:Lanes=8,Longest=4@ultrascale+"
            + " vail_enc_core:Lanes=8,Longest=11,Escapes=0,LookAhead=6@ultrascale+"
            + " vail_dec_core:Lanes=8,Longest=4@ultrascale+"
            + " vail_dec_core:Lanes=8,Longest=11@ultrascale+");
  }

  @Test
  @Tag("slow")
  void wholeBlocksAreAsSmallAsTheyWere() throws Exception {
    assertAreas(
        Map.of("enc_core 16", 112.8, "enc_block 16", 230.0, "dec_block 16", 208.6),
        "SYNTHS=vail_enc_core:Lanes=16@ultrascale+ vail_enc_block:Lanes=16@ultrascale+"
            + " vail_dec_block:Lanes=16@ultrascale+");
  }

  /** Areas in LUT per byte per cycle, by design and lanes. */
  private static void assertAreas(Map<String, Double> gates, String synths) throws Exception {
    Make.run(TOOLS, List.of("synth", synths), 120);

    var row = ROW.matcher(Files.readString(Make.folder().resolve("target/synth.json")));
    Map<String, Double> found = new TreeMap<>();
    while (row.find()) {
      found.put(row.group(1) + " " + row.group(2), Double.parseDouble(row.group(3)));
    }
    gates.forEach((design, gate) ->
        assertEquals(gate, found.getOrDefault(design, 0.0), gate * SLACK, design));
  }
}
