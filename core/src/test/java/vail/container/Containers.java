package vail.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import vail.block.BlockDecoder;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.ScalarPayload;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.SymbolKind;
import vail.fault.Limits;
import vail.tensor.Headers;
import vail.tensor.SplitChoice;

/** Containers for tests: two books for exponents, one for bytes, files of every kind. */
final class Containers {
  static final BlockDecoder DECODER = new SoftwareDecoder(ScalarPayload::new);
  static final BookId NARROW = new BookId(1, 0);
  static final BookId WIDE = new BookId(2, 7);
  static final BookId BYTES = new BookId(3, 0);
  static final BookSet BOOKS =
      BookSet.empty()
          .with(NARROW, book(BookClass.SHORT, 3))
          .with(WIDE, book(BookClass.SHORT, 12))
          .with(BYTES, book(BookClass.LONG, 20));

  private Containers() {}

  private static vail.code.Codebook book(BookClass bookClass, double spread) {
    Histogram histogram = new Histogram();
    for (int symbol = 0; symbol < 256; symbol++) {
      double distance = (symbol - 120) / spread;
      histogram.add(symbol, (long) (1e6 * Math.exp(-distance * distance / 2)));
    }
    return CodebookTrainer.train(histogram, LengthLimit.of(bookClass));
  }

  static EncodePolicy policy(SymbolKind kind) {
    return switch (kind) {
      case BF16_EXPONENT, FP16_EXPONENT, FP32_EXPONENT, FP64_EXPONENT ->
          EncodePolicy.stored(best(List.of(NARROW, WIDE), Selection.Best.PLANE_BIASES));
      case BF16_BYTES, E4M3, E5M2 ->
          EncodePolicy.stored(best(List.of(BYTES), Selection.Best.BYTE_BIASES));
      case LOW_PLANE, MX_E3M2, MX_E2M3, MX_E2M1, E8M0, BYTES -> Coding.RAW;
    };
  }

  /** One lane, so that coding pays even in tiles of 64 symbols. */
  private static Selection best(List<BookId> books, List<vail.block.Bias> biases) {
    return new Selection.Best(books, biases, 8, new Layout(1, 8), new Layout(1, 16));
  }

  static Coding coding() {
    return new Coding(new SoftwareEncoder(ScalarPayload::new), BOOKS, Containers::policy);
  }

  static WriteOptions options(int tile, BookForm books, int threads) {
    return new WriteOptions(SplitChoice.AUTO, tile, books, threads, Limits.DEFAULT);
  }

  static WriteOptions small() {
    return options(64, BookForm.EMBEDDED, 2);
  }

  static byte[] encode(byte[] original, WriteOptions options) throws IOException {
    return encode(original, coding(), options);
  }

  static byte[] encode(byte[] original, Coding coding, WriteOptions options) throws IOException {
    ByteArrayOutputStream container = new ByteArrayOutputStream();
    new ContainerWriter(coding, options)
        .write(
            Channels.newChannel(new ByteArrayInputStream(original)),
            OptionalLong.of(original.length),
            Channels.newChannel(container),
            Progress.NONE);
    return container.toByteArray();
  }

  static byte[] decode(byte[] container) throws IOException {
    return decode(container, BookSet.empty(), Limits.DEFAULT, 2);
  }

  static byte[] decode(byte[] container, BookSet installed, Limits limits, int threads)
      throws IOException {
    return decode(container, new ContainerReader(DECODER, installed, limits, threads));
  }

  static byte[] decode(byte[] container, ContainerReader reader) throws IOException {
    ByteArrayOutputStream original = new ByteArrayOutputStream();
    reader.read(
        Channels.newChannel(new ByteArrayInputStream(container)),
        Channels.newChannel(original),
        Progress.NONE);
    return original.toByteArray();
  }

  /** Normal numbers as bfloat16. */
  static byte[] bfloat16(SplittableRandom random, int elements) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * elements).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < elements; i++) {
      bytes.putShort((short) (Float.floatToRawIntBits((float) random.nextGaussian()) >>> 16));
    }
    return bytes.array();
  }

  /**
   * A safetensors file with a tensor of bfloat16, an empty one, a gap, a scalar, a byte tensor and
   * bytes after the last.
   */
  static byte[] mixed(int elements) {
    int gap = 2 * elements + 5;
    String json =
        ("{'__metadata__':{'step':'7'},"
                + "'w':{'dtype':'BF16','shape':["
                + elements
                + ",1],'data_offsets':[0,"
                + 2 * elements
                + "]},"
                + "'none':{'dtype':'F32','shape':[0],'data_offsets':["
                + gap
                + ","
                + gap
                + "]},"
                + "'one':{'dtype':'F64','shape':[],'data_offsets':["
                + gap
                + ","
                + (gap + 8)
                + "]},"
                + "'q':{'dtype':'F8_E4M3','shape':["
                + elements
                + "],'data_offsets':["
                + (gap + 8)
                + ","
                + (gap + 8 + elements)
                + "]}}")
            .replace('\'', '"');
    byte[] file = Headers.safetensors(json, gap + 8 + elements + 3);
    SplittableRandom random = new SplittableRandom(elements);
    byte[] data = bfloat16(random, (gap + 8 + elements) / 2);
    System.arraycopy(data, 0, file, 8 + json.length(), data.length);
    return file;
  }
}
