package vail.fpga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Areas by yosys stay within three per cent of what README.md says. */
@Tag("slow")
class AreaTest {
  private static final double SLACK = 1.03;

  /** LUT per byte per cycle on UltraScale+: design, lanes, gate. */
  private static final Map<String, Double> GATES =
      Map.of("enc_core 8", 128.0, "dec_core 8", 147.0, "dec_core PaddingCheck=0 16", 127.0);

  @Test
  void coresAreAsSmallAsTheirGates() throws Exception {
    Make.run(
        Map.of("make", "make", "yosys", "yosys", "python3", "python3"),
        List.of(
            "synth",
            "SYNTHS=vail_enc_core:Lanes=8@ultrascale+ vail_dec_core:Lanes=8@ultrascale+"
                + " vail_dec_core:Lanes=16,PaddingCheck=0@ultrascale+"),
        120);

    var rows =
        Pattern.compile(
                "\"design\": \"([^\"]+)\", \"lanes\": (\\d+).*?\"family\": \"ultrascale\\+\""
                    + ".*?\"lutPerBytePerCycle\": ([\\d.]+)")
            .matcher(Files.readString(Make.folder().resolve("target/synth.json")));
    int checked = 0;
    while (rows.find()) {
      Double gate = GATES.get(rows.group(1) + " " + rows.group(2));
      if (gate != null) {
        double area = Double.parseDouble(rows.group(3));
        assertTrue(area <= gate * SLACK, rows.group() + " is above " + gate);
        checked++;
      }
    }
    assertEquals(GATES.size(), checked);
  }
}
