package vail.cli.reproduce;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recordings small enough to be worked out by hand: two shards of 4,096 bf16 values.
 *
 * <p>In step 1 all values alternate between 1.0 (3f80) and 0.5 (3f00), so that of the bytes one
 * half is 3f, a quarter 80 and a quarter 00: the book of least cost gives them 1, 3 and 2 bits. In
 * step 2 the first shard is the same and the second is 1.0 throughout.
 */
public final class TinyRecordings {
  private static final int SHARD = 4096;
  private static final short ONE = 0x3f80;
  private static final short HALF = 0x3f00;

  private TinyRecordings() {}

  /** Writes step 1, step 2, and step 2 on other text. */
  public static Path write(Path folder) throws IOException {
    write(folder.resolve("step00001"), labelled(1, "train"), HALF);
    write(folder.resolve("step00002"), labelled(2, "train"), ONE);
    write(folder.resolve("other"), labelled(2, "code"), ONE);
    return folder;
  }

  /** Writes the tensor of step 2 as a file that says nothing about it, and one of e5m2 codes. */
  public static Path writePlain(Path folder) throws IOException {
    write(folder, "", ONE);
    write(
        folder.resolve("codes.safetensors"),
        "{\"codes\":{\"dtype\":\"F8_E5M2\",\"shape\":[2,%d],\"data_offsets\":[0,%d]}}",
        new byte[2 * SHARD]);
    return folder;
  }

  private static String labelled(int step, String text) {
    return ("\"__metadata__\":{\"step\":\"%d\",\"text\":\"%s\",\"layer.07.ffn1_act\":"
            + "\"{\\\"layer\\\":7,\\\"kind\\\":\\\"ffn1_act\\\",\\\"shard_axis\\\":0,"
            + "\\\"shards\\\":2}\"},")
        .formatted(step, text);
  }

  /** The second shard alternates between 1.0 and another value. */
  private static void write(Path folder, String metadata, short other) throws IOException {
    byte[] values = new byte[4 * SHARD];
    ByteBuffer buffer = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 2 * SHARD; i++) {
      short second = i < SHARD ? HALF : other;
      buffer.putShort(i % 2 == 0 ? ONE : second);
    }
    Files.createDirectories(folder);
    write(
        folder.resolve("activations.safetensors"),
        "{"
            + metadata
            + "\"layer.07.ffn1_act\":"
            + "{\"dtype\":\"BF16\",\"shape\":[2,%d],\"data_offsets\":[0,%d]}}",
        values);
  }

  /** A file of one tensor; its header lacks the numbers of values in a shard and of bytes. */
  private static void write(Path path, String header, byte[] values) throws IOException {
    byte[] text = header.formatted(SHARD, values.length).getBytes(StandardCharsets.UTF_8);
    byte[] file = new byte[8 + text.length + values.length];
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).put(values);
    Files.write(path, file);
  }
}
