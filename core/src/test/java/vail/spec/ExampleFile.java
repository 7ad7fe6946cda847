package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import vail.block.Bias;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookId;
import vail.code.SymbolKind;
import vail.container.BookForm;
import vail.container.Coding;
import vail.container.ContainerReader;
import vail.container.ContainerWriter;
import vail.container.Progress;
import vail.container.WriteOptions;
import vail.fault.Limits;
import vail.tensor.ElementType;
import vail.tensor.RawFile;
import vail.tensor.SplitChoice;

/** A container that the specification writes down, with its original. */
record ExampleFile(Example example, ExampleBooks books) {
  String name() {
    return example.one("name");
  }

  byte[] bytes() {
    return Texts.bytes(String.join(" ", example.all("bytes")));
  }

  /** The lines {@code original} (bytes) and {@code text} in their order. */
  byte[] original() {
    ByteArrayOutputStream original = new ByteArrayOutputStream();
    for (Example.Line line : example.lines()) {
      switch (line.key()) {
        case "original" -> original.writeBytes(Texts.bytes(line.value()));
        case "text" -> original.writeBytes(line.value().getBytes(StandardCharsets.UTF_8));
        default -> {}
      }
    }
    return original.toByteArray();
  }

  void check() throws IOException {
    assertEquals(Texts.hex(bytes()), Texts.hex(write(1)));
    ByteArrayOutputStream restored = new ByteArrayOutputStream();
    restore(bytes(), Limits.DEFAULT, restored);
    assertEquals(Texts.hex(original()), Texts.hex(restored.toByteArray()));
  }

  /** Restores a container, perhaps a damaged one, with the example books installed. */
  void restore(byte[] container, Limits limits, ByteArrayOutputStream restored) throws IOException {
    new ContainerReader(new SoftwareDecoder(ReferencePayload::new), books.installed(), limits, 1)
        .read(channel(container), Channels.newChannel(restored), Progress.NONE);
  }

  /** What the writer makes of the original. */
  byte[] write(int threads) throws IOException {
    ByteArrayOutputStream container = new ByteArrayOutputStream();
    Coding coding =
        new Coding(new SoftwareEncoder(ReferencePayload::new), books.installed(), this::policy);
    WriteOptions options =
        new WriteOptions(SplitChoice.AUTO, example.number("tile"), form(), threads, Limits.DEFAULT);
    ContainerWriter writer = new ContainerWriter(coding, options);
    byte[] original = original();
    OptionalLong size = OptionalLong.of(original.length);
    Optional<String> type = example.find("type");
    if (type.isPresent()) {
      writer.write(
          new RawFile(ElementType.valueOf(type.get())),
          channel(original),
          size,
          Channels.newChannel(container),
          Progress.NONE);
    } else {
      writer.write(channel(original), size, Channels.newChannel(container), Progress.NONE);
    }
    return container.toByteArray();
  }

  private static ReadableByteChannel channel(byte[] bytes) {
    return Channels.newChannel(new ByteArrayInputStream(bytes));
  }

  private EncodePolicy policy(SymbolKind kind) {
    boolean coded = kind.isExponent() && !example.one("books").equals("none");
    return coded
        ? EncodePolicy.stored(new Selection.Fixed(new BookId(7, 0), Bias.MEAN, new Layout(1, 8)))
        : Coding.RAW;
  }

  private BookForm form() {
    return example.one("books").equals("digest") ? BookForm.BY_DIGEST : BookForm.EMBEDDED;
  }
}
