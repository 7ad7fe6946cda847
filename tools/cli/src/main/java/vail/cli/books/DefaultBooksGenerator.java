package vail.cli.books;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import vail.cli.books.BookShelf.Row;
import vail.code.BookFamily;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.DualLengthCode;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.QuadLengthCode;
import vail.code.ShapeClustering;
import vail.code.SymbolKind;

/**
 * Makes the shipped books, slot by slot as {@link vail.code.DefaultBooks} lists them (C-23). The
 * same recordings always give the same text.
 */
public final class DefaultBooksGenerator {
  private static final List<String> KINDS =
      List.of(
          "ffn1_weight",
          "ffn2_weight",
          "ffn1_wgrad",
          "ffn2_wgrad",
          "ffn1_act",
          "ffn2_in",
          "ffn2_act",
          "ffn1_act_grad",
          "ffn2_in_grad",
          "ffn2_act_grad");

  private static final List<String> QUANTISED_KINDS =
      List.of("ffn1_weight", "ffn1_wgrad", "ffn1_act", "ffn1_act_grad");

  private static final List<String> SCALES =
      List.of("mx_e4m3.scale", "mx_e3m2.scale", "mx_e2m3.scale", "mx_e2m1.scale");

  private static final String BFLOAT = "";
  private static final int EXPONENT_SHAPES = 4;
  private static final int BYTE_SHAPES = 16;
  private static final int LONG_AFTER_SHORT = 5;

  private final Recording recording;
  private final BookShelf shelf;

  private DefaultBooksGenerator(Recording recording) {
    this.recording = recording;
    this.shelf = new BookShelf(recording.step());
  }

  /**
   * The text of the shipped file of books.
   *
   * @param data a folder of recordings, of which the earliest is read
   */
  public static String text(Path data) throws IOException {
    DefaultBooksGenerator generator = new DefaultBooksGenerator(Recording.earliest(data));
    generator.bfloat();
    generator.otherFloats();
    generator.quantised();
    generator.siblings();
    return generator.shelf.text();
  }

  private void bfloat() {
    SequencedMap<String, Histogram> exponents = counts(Counting::bf16Exponents);
    exponents.put(Recording.WITHOUT_TENSOR, ExponentCounts.moved(recording.exponents()));
    shapes(1, SymbolKind.BF16_EXPONENT, EXPONENT_SHAPES, Counting::bf16Exponents);
    huffman(new Row(10, SymbolKind.BF16_EXPONENT, KINDS), LengthLimit.SHORT, exponents);
    huffman(new Row(20, SymbolKind.BF16_EXPONENT, KINDS), LengthLimit.LONG, exponents);
    shapes(30, SymbolKind.BF16_BYTES, BYTE_SHAPES, Histogram::of);
    huffman(new Row(50, SymbolKind.BF16_BYTES, KINDS), LengthLimit.LONG, bfloatBytes());
  }

  private void otherFloats() {
    Map<String, Histogram> fp16 = counts(Counting::fp16Exponents);
    huffman(new Row(60, SymbolKind.FP16_EXPONENT, KINDS), LengthLimit.SHORT, fp16);
    huffman(new Row(70, SymbolKind.FP16_EXPONENT, KINDS), LengthLimit.LONG, fp16);
    List<Histogram> fp64 = List.copyOf(counts(Counting::fp64Exponents).values());
    Map<String, Histogram> all = Map.of("all", Counting.sum(fp64));
    huffman(new Row(80, SymbolKind.FP64_EXPONENT, List.of("all")), LengthLimit.SHORT, all);
    huffman(new Row(81, SymbolKind.FP64_EXPONENT, List.of("all")), LengthLimit.LONG, all);
  }

  private void quantised() {
    quantised(90, "e4m3", SymbolKind.E4M3, List.of("e4m3"));
    quantised(100, "e5m2", SymbolKind.E5M2, List.of("e5m2"));
    quantised(110, "mx.e4m3", SymbolKind.E4M3, List.of("mx_e4m3"));
    quantised(120, "mx.e3m2", SymbolKind.MX_E3M2, List.of("mx_e3m2"));
    quantised(130, "mx.e2m3", SymbolKind.MX_E2M3, List.of("mx_e2m3"));
    quantised(140, "mx.e2m1", SymbolKind.MX_E2M1, List.of("mx_e2m1"));
    quantised(150, "e8m0", SymbolKind.E8M0, SCALES);
  }

  /** The codes of the sibling papers, on the symbols that these were made for. */
  private void siblings() {
    Map<String, Histogram> e4m3 = codes(List.of("e4m3"));
    Row dualBytes = new Row(160, SymbolKind.BF16_BYTES, KINDS);
    Row dualCodes = new Row(170, SymbolKind.E4M3, QUANTISED_KINDS);
    shelf.put(dualBytes, BookFamily.DUAL, bfloatBytes(), DualLengthCode::of);
    shelf.put(dualCodes, BookFamily.DUAL, e4m3, DualLengthCode::of);
    Function<Histogram, Codebook> quad =
        counts -> QuadLengthCode.of(counts, QuadLengthCode.HYPOTHESIS);
    Row quadBytes = new Row(180, SymbolKind.BF16_BYTES, KINDS);
    Row quadCodes = new Row(190, SymbolKind.E4M3, QUANTISED_KINDS);
    shelf.put(quadBytes, BookFamily.QUAD, bfloatBytes(), quad);
    shelf.put(quadCodes, BookFamily.QUAD, e4m3, quad);
  }

  private void quantised(int slot, String label, SymbolKind symbols, List<String> formats) {
    Map<String, Histogram> counts = codes(formats);
    Row shorts = new Row(slot, label, symbols, QUANTISED_KINDS);
    Row longs = new Row(slot + LONG_AFTER_SHORT, label, symbols, QUANTISED_KINDS);
    huffman(shorts, LengthLimit.SHORT, counts);
    huffman(longs, LengthLimit.LONG, counts);
  }

  private void huffman(Row row, LengthLimit limit, Map<String, Histogram> counts) {
    shelf.put(row, BookFamily.HUFFMAN, counts, counted -> CodebookTrainer.train(counted, limit));
  }

  private void shapes(
      int slot, SymbolKind symbols, int shapes, Function<MemorySegment, Histogram> counting) {
    List<Histogram> tensors =
        KINDS.stream()
            .flatMap(kind -> recording.tensors(kind, BFLOAT).stream())
            .map(counting)
            .toList();
    LengthLimit limit = symbols.isExponent() ? LengthLimit.SHORT : LengthLimit.LONG;
    shelf.putShapes(slot, symbols, ShapeClustering.train(tensors, shapes, limit));
  }

  private SequencedMap<String, Histogram> bfloatBytes() {
    SequencedMap<String, Histogram> counts = counts(Histogram::of);
    counts.put(Recording.WITHOUT_TENSOR, recording.bytes());
    return counts;
  }

  private SequencedMap<String, Histogram> counts(Function<MemorySegment, Histogram> counting) {
    SequencedMap<String, Histogram> counts = new LinkedHashMap<>();
    for (String kind : KINDS) {
      List<MemorySegment> tensors = recording.tensors(kind, BFLOAT);
      if (!tensors.isEmpty()) {
        counts.put(kind, Counting.sum(tensors.stream().map(counting).toList()));
      }
    }
    return counts;
  }

  private Map<String, Histogram> codes(List<String> formats) {
    Map<String, Histogram> counts = new LinkedHashMap<>();
    for (String kind : QUANTISED_KINDS) {
      Histogram sum = new Histogram();
      for (String format : formats) {
        recording.tensors(kind, format).forEach(sum::add);
      }
      counts.put(kind, sum);
    }
    return counts;
  }
}
