package vail.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.FileLayout;
import vail.tensor.Headers;
import vail.tensor.Prefix;
import vail.tensor.TensorFile;
import vail.tensor.TensorInfo;

/** Headers of tensor files from anywhere. */
class TensorFileFuzzTest {
  @FuzzTest(maxDuration = "30m")
  void endsInAFaultOrInTensorsWithinTheFile(byte[] bytes) throws IOException {
    Prefix prefix =
        new Prefix(
            Channels.newChannel(new ByteArrayInputStream(bytes)), OptionalLong.of(bytes.length));
    try {
      FileLayout layout = TensorFile.recognise(prefix, Limits.DEFAULT);
      long end = 0;
      for (TensorInfo tensor : layout.tensors()) {
        assertTrue(tensor.start() >= end && tensor.end() <= bytes.length, tensor.toString());
        end = tensor.end();
      }
    } catch (VailFormatException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e.getMessage());
    }
  }

  @Test
  void holdsForHeadersWithAFewBytesChanged() throws IOException {
    SplittableRandom random = new SplittableRandom(13);
    byte[][] files = {
      Headers.npy("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }", 48),
      Headers.safetensors(
          "{\"a\":{\"dtype\":\"I8\",\"shape\":[2,3],\"data_offsets\":[0,6]},"
              + "\"b\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[6,14]}}",
          14)
    };
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = files[round % 2].clone();
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(' ', 127);
      }
      endsInAFaultOrInTensorsWithinTheFile(changed);
    }
  }
}
