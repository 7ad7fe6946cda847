package vail.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vail.code.SymbolKind;
import vail.fault.Limits;
import vail.testing.Project;
import vail.testing.RequiresData;

@RequiresData
class RecordedTensorsTest {
  @Test
  void smallFormatsAreOfEveryKind() throws Exception {
    assertEquals(
        Map.of(
            SymbolKind.E4M3,
            8L,
            SymbolKind.E5M2,
            4L,
            SymbolKind.MX_E3M2,
            4L,
            SymbolKind.MX_E2M3,
            4L,
            SymbolKind.MX_E2M1,
            4L,
            SymbolKind.E8M0,
            16L,
            SymbolKind.FP32_EXPONENT,
            8L),
        tensors("step00280/small-formats.safetensors").stream()
            .map(t -> SymbolSplit.auto(t.type()).kind(t.type(), t.format(), 0))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
  }

  @Test
  void weightsAreBfloat16WithoutGaps() throws Exception {
    List<TensorInfo> tensors = tensors("step01000/weights.safetensors");

    assertEquals(12, tensors.size());
    for (int i = 1; i < tensors.size(); i++) {
      assertEquals(ElementType.BF16, tensors.get(i).type());
      assertEquals(tensors.get(i - 1).end(), tensors.get(i).start());
    }
  }

  private static List<TensorInfo> tensors(String name) throws Exception {
    Path file = Project.data(name);
    try (FileChannel channel = FileChannel.open(file)) {
      return TensorFile.recognise(
              new Prefix(channel, OptionalLong.of(channel.size())), Limits.DEFAULT)
          .tensors();
    }
  }
}
