package vail.container;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Writes two containers over each other, in turn, until somebody kills it. */
final class EncodeForever {
  static final int[] ELEMENTS = {200_000, 260_000};

  private EncodeForever() {}

  /** Arguments: the file to write. */
  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]);
    byte[][] originals = {Containers.mixed(ELEMENTS[0]), Containers.mixed(ELEMENTS[1])};
    System.out.println("ready");
    for (int round = 0; true; round++) {
      byte[] original = originals[round % 2];
      ReadableByteChannel in = Channels.newChannel(new ByteArrayInputStream(original));
      try (AtomicFile out = AtomicFile.create(target)) {
        new ContainerWriter(Containers.coding(), Containers.small())
            .write(in, OptionalLong.empty(), out.channel(), Progress.NONE);
        out.commit();
      }
    }
  }
}
