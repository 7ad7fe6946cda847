package vail.cli.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import vail.container.ContainerReader;
import vail.container.ContainerWriter;
import vail.container.Progress;

/** One file of the later recording, in memory, so that no disk is measured. */
final class Sample {
  private final String name;
  private final byte[] original;

  private Sample(String name, byte[] original) {
    this.name = name;
    this.original = original;
  }

  static Sample of(Path file) throws IOException {
    return new Sample(String.valueOf(file.getFileName()), Files.readAllBytes(file));
  }

  String name() {
    return name;
  }

  byte[] original() {
    return original;
  }

  /** The container of this file. */
  byte[] encode(ContainerWriter writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(original.length);
    writer.write(
        Channels.newChannel(new ByteArrayInputStream(original)),
        OptionalLong.of(original.length),
        Channels.newChannel(out),
        Progress.NONE);
    return out.toByteArray();
  }

  /** What a container gives back. */
  static byte[] decode(ContainerReader reader, byte[] container) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2 * container.length);
    reader.read(
        Channels.newChannel(new ByteArrayInputStream(container)),
        Channels.newChannel(out),
        Progress.NONE);
    return out.toByteArray();
  }
}
