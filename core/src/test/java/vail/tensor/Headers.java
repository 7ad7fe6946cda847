package vail.tensor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import vail.fault.Limits;

/** Files made for tests: a header and as many zero bytes as it needs. */
public final class Headers {
  private Headers() {}

  /** A safetensors file with this JSON text. */
  public static byte[] safetensors(String json, int dataBytes) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  /** An npy file of version 1.0 with this dictionary. */
  public static byte[] npy(String dictionary, int dataBytes) {
    byte[] text = (dictionary + "\n").getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(10 + text.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1))
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) text.length)
        .put(text)
        .array();
  }

  static FileLayout ofFile(byte[] file) throws IOException {
    return TensorFile.recognise(
        new Prefix(channel(file), OptionalLong.of(file.length)), Limits.DEFAULT);
  }

  static FileLayout ofPipe(byte[] file) throws IOException {
    return TensorFile.recognise(new Prefix(channel(file), OptionalLong.empty()), Limits.DEFAULT);
  }

  static java.nio.channels.ReadableByteChannel channel(byte[] file) {
    return Channels.newChannel(new ByteArrayInputStream(file));
  }
}
