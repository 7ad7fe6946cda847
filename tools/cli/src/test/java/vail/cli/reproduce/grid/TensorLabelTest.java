package vail.cli.reproduce.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vail.json.JsonReader;

class TensorLabelTest {
  @Test
  void findsTheLayerInTheNamesOfCheckpoints() {
    TensorLabel label = TensorLabel.of("model.layers.7.mlp.up_proj.weight");

    assertEquals("mlp.up_proj.weight", label.kind());
    assertEquals(OptionalInt.of(7), label.layer());
    assertEquals(64, label.shards());
  }

  @Test
  void takesANameWithoutNumbersForAKind() {
    assertEquals("lm_head.weight", TensorLabel.of("lm_head.weight").kind());
  }

  @Test
  void believesTheMetadata() {
    TensorLabel label =
        said("x.03.y", "{\"layer\":4,\"kind\":\"ffn1_act\",\"shard_axis\":2,\"shards\":16}");

    assertEquals(new TensorLabel("ffn1_act", OptionalInt.of(4), "", 2, 16), label);
  }

  @Test
  void tellsFormatsOfOneKindApartByName() {
    TensorLabel label =
        said("layer.10.ffn1_act.mx_e3m2", "{\"kind\":\"ffn1_act\",\"format\":\"mx_e3m2\"}");

    assertEquals("ffn1_act.mx_e3m2", label.kind());
    assertEquals("mx_e3m2", label.format());
  }

  private static TensorLabel said(String name, String json) {
    return TensorLabel.of(
        name,
        JsonReader.read(MemorySegment.ofArray(json.getBytes(StandardCharsets.UTF_8)))
            .asObject("metadata"));
  }
}
