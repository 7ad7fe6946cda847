package vail.fpga;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The benches: every block as the C++ model has it, under Verilator, and replayed under Icarus. */
class BenchTest {
  private static final Map<String, String> TOOLS =
      Map.of("make", "make", "g++", "g++", "verilator", "verilator", "iverilog", "iverilog");

  private static String benched(String benches) throws Exception {
    return Make.run(TOOLS, List.of("bench", "RATES=0", "BENCHES=" + benches), 30);
  }

  @Test
  void blocksOfEveryFormAndEveryFaultAreAsTheModelHasThem() throws Exception {
    String said = benched("vail_enc_block:Lanes=8,Select=1 vail_dec_block:Lanes=8,Through=1");

    assertTrue(said.contains("block encoder N=8: 1000 blocks bit-exact"), said);
    assertTrue(
        said.contains("block decoder N=8 through=1: 1000 frames as the model has them"), said);
    assertTrue(said.contains("icarus: replayed"), said);
  }

  @Test
  void coresForOtherFamiliesOfBooksCodeAsTheModelDoes() throws Exception {
    String said =
        benched(
            "vail_enc_core:Lanes=8,Longest=4 vail_enc_core:Lanes=8,Longest=12,LookAhead=16"
                + " vail_dec_core:Lanes=8,Longest=4 vail_dec_core:Lanes=8,Longest=11");

    for (String coder :
        List.of(
            "encoder core N=8 wide=0 longest=4",
            "encoder core N=8 wide=0 longest=12",
            "decoder core N=8 longest=4",
            "decoder core N=8 longest=11")) {
      assertTrue(said.contains(coder + ": 1000 blocks bit-exact"), said);
    }
  }

  @Test
  @Tag("slow")
  void everyConfigurationCodesTwentyThousandBlocksOfAnySize() throws Exception {
    Make.run(TOOLS, List.of("bench", "BLOCKS=20000", "MOST=65536"), 240);
  }

  @Test
  @Tag("slow")
  void theNetlistOfAnEncoderDoesWhatItsSourceDid() throws Exception {
    String said =
        Make.run(
            Map.of(
                "make",
                "make",
                "g++",
                "g++",
                "verilator",
                "verilator",
                "iverilog",
                "iverilog",
                "yosys",
                "yosys",
                "python3",
                "python3"),
            List.of("gate"),
            60);

    assertTrue(said.contains("netlist of vail_enc_core:Lanes=4: replayed"), said);
  }
}
