package vail.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.json.JsonReader;

class TensorKindsTest {
  @ParameterizedTest
  @CsvSource({
    "model.layers.7.mlp.up_proj.weight, mlp.up_proj.weight",
    "transformer.h.11.attn.c_attn.bias, attn.c_attn.bias",
    "model.layers.3.mlp.experts.12.w1.weight, mlp.experts.w1.weight",
    "model.embed_tokens.weight, model.embed_tokens.weight",
    "lm_head.weight, lm_head.weight",
    "layer.03.ffn1_act, ffn1_act",
    "encoder.layer_5.output.dense.weight, output.dense.weight",
    "block7.conv1.weight, conv1.weight",
    "7, 7"
  })
  void leavesOutTheNumbersOfLayers(String tensor, String kind) {
    assertEquals(kind, TensorKinds.ofNames().of(tensor));
  }

  @Test
  void believesTheMetadataFirst() {
    String header =
        """
        {"__metadata__":{"layer.1.x":"{\\"kind\\":\\"act\\"}","layer.2.x":"{broken",
        "layer.3.x":"{\\"kind\\":7}","format":"pt"}}\
        """;
    TensorKinds kinds =
        TensorKinds.of(
            JsonReader.read(MemorySegment.ofArray(header.getBytes(StandardCharsets.UTF_8)))
                .asObject("header"));

    assertEquals("act", kinds.of("layer.1.x"));
    assertEquals("x", kinds.of("layer.2.x"));
    assertEquals("x", kinds.of("layer.3.x"));
    assertEquals("x", kinds.of("layer.4.x"));
  }
}
