package vail.fpga;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The proofs: rules that hold, states that can be reached, and a planted bug in each that is found.
 */
class ProofTest {
  private static final Map<String, String> TOOLS =
      Map.of("make", "make", "python3", "python3", "yosys-smtbmc", "yosys", "z3", "z3");

  @Test
  void lanesSplitAndBiasKeepTheirRules() throws Exception {
    String said =
        Make.run(TOOLS, List.of("formal", "PROOFS=vail_bias vail_enc_lane vail_split"), 30);

    assertTrue(said.contains("\"module\": \"vail_enc_lane\""), said);
  }

  @Test
  @Tag("slow")
  void everyModuleWithRulesKeepsThem() throws Exception {
    Make.run(TOOLS, List.of("formal"), 240);
  }
}
