package vail.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Inputs of tests, made from seeds. */
public final class Bytes {
  private Bytes() {}

  /** Symbols around 128, as exponents are. */
  public static byte[] exponents(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] symbols = new byte[count];
    for (int i = 0; i < count; i++) {
      symbols[i] = (byte) (128 - Long.numberOfTrailingZeros(random.nextLong() | 1L << 20));
    }
    return symbols;
  }

  /** Elements of bfloat16 around 0, as weights are. */
  public static byte[] bf16(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putShort((short) (Float.floatToIntBits((float) random.nextGaussian()) >>> 16));
    }
    return bytes.array();
  }

  /** A safetensors file of a header and data. */
  public static byte[] safetensors(String header, byte[]... tensors) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    int size = 0;
    for (byte[] tensor : tensors) {
      size += tensor.length;
    }
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + text.length + size).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(text.length).put(text);
    for (byte[] tensor : tensors) {
      file.put(tensor);
    }
    return file.array();
  }
}
