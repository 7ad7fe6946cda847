package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import vail.block.ReferencePayload;
import vail.block.SoftwareDecoder;
import vail.container.AtomicFile;
import vail.container.Progress;
import vail.container.RandomAccessReader;
import vail.container.Segment;
import vail.container.SegmentEntry;
import vail.fault.Limits;

/** The examples of {@code container.md} that need a file on disk. */
final class PartExamples {
  private final ExampleBooks books;
  private final Path folder;

  PartExamples(ExampleBooks books, Path folder) {
    this.books = books;
    this.folder = folder;
  }

  /** Lists the segments of a file. */
  void segments(Example example, ExampleFile file) throws IOException {
    try (FileChannel channel = channel(file.bytes())) {
      assertEquals(
          example.all("segment"),
          reader(channel).directory().segments().stream().map(PartExamples::line).toList());
    }
  }

  private static String line(SegmentEntry entry) {
    Segment segment = entry.segment();
    StringJoiner line = new StringJoiner(" ");
    line.add("" + segment.start()).add("" + entry.bytes()).add(segment.role().name());
    line.add(segment.type().name()).add(segment.split().name());
    if (!segment.name().isEmpty()) {
      line.add(segment.name());
    }
    segment.shape().forEach(axis -> line.add(axis.toString()));
    return line.toString();
  }

  /** Restores one tensor of a damaged file. */
  void part(Example example, ExampleFile file) throws IOException {
    ByteArrayOutputStream restored = new ByteArrayOutputStream();
    try (FileChannel channel = channel(Damage.of(example, file.bytes()))) {
      RandomAccessReader reader = reader(channel);
      List<SegmentEntry> named =
          reader.directory().segments().stream()
              .filter(entry -> entry.segment().name().equals(example.one("tensor")))
              .toList();
      assertEquals(1, named.size());
      reader.copy(named.getFirst(), Channels.newChannel(restored), Progress.NONE);
    }
    assertEquals(
        Texts.hex(Texts.bytes(String.join(" ", example.all("bytes")))),
        Texts.hex(restored.toByteArray()));
  }

  private RandomAccessReader reader(FileChannel channel) throws IOException {
    return new RandomAccessReader(
        channel, new SoftwareDecoder(ReferencePayload::new), books.installed(), Limits.DEFAULT, 1);
  }

  private FileChannel channel(byte[] container) throws IOException {
    return FileChannel.open(
        Files.write(folder.resolve("example.vail"), container), StandardOpenOption.READ);
  }

  /** Writes a file, to the end or until something goes wrong. */
  void keep(Example example) throws IOException {
    for (Example one : example.cases()) {
      Path file = Files.write(folder.resolve("kept"), Texts.bytes(one.one("before")));
      try (AtomicFile writing = AtomicFile.create(file)) {
        writing.channel().write(ByteBuffer.wrap(Texts.bytes(one.one("written"))));
        if (one.one("fails").equals("no")) {
          writing.commit();
        }
      }
      assertEquals(Texts.hex(Texts.bytes(one.one("after"))), Texts.hex(Files.readAllBytes(file)));
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(List.of(file), files.toList());
      }
    }
  }
}
