package vail.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import vail.fault.Limits;

/**
 * The books that come with the project, trained on recorded tensors of an early training step. Slot
 * by slot (C-23), all of epoch 0:
 *
 * <table>
 * <caption>Slots of the shipped books</caption>
 * <tr><th>slots</th><th>symbols</th><th>books</th></tr>
 * <tr><td>1 to 4</td><td>bf16.exponent, also fp32.exponent</td><td>four shapes, short</td></tr>
 * <tr><td>10 to 19</td><td>bf16.exponent, also fp32.exponent</td><td>by kind, short</td></tr>
 * <tr><td>20 to 29</td><td>bf16.exponent, also fp32.exponent</td><td>by kind, long</td></tr>
 * <tr><td>30 to 45</td><td>bf16.bytes</td><td>sixteen shapes, long</td></tr>
 * <tr><td>50 to 59</td><td>bf16.bytes</td><td>by kind, long</td></tr>
 * <tr><td>60 to 69</td><td>fp16.exponent</td><td>by kind but ffn2_in_grad, short</td></tr>
 * <tr><td>70 to 79</td><td>fp16.exponent</td><td>by kind but ffn2_in_grad, long</td></tr>
 * <tr><td>80, 81</td><td>fp64.exponent</td><td>all kinds in one, short and long</td></tr>
 * <tr><td>90 to 98</td><td>e4m3</td><td>by kind, four short, four long</td></tr>
 * <tr><td>100 to 108</td><td>e5m2</td><td>by kind, four short, four long</td></tr>
 * <tr><td>110 to 118</td><td>e4m3 of MX blocks</td><td>by kind, four short, four long</td></tr>
 * <tr><td>120 to 128</td><td>mx.e3m2</td><td>by kind, four short, four long</td></tr>
 * <tr><td>130 to 138</td><td>mx.e2m3</td><td>by kind, four short, four long</td></tr>
 * <tr><td>140 to 148</td><td>mx.e2m1</td><td>by kind, four short, four long</td></tr>
 * <tr><td>150 to 158</td><td>e8m0</td><td>by kind, four short, four long</td></tr>
 * <tr><td>160 to 169</td><td>bf16.bytes</td><td>Dual Length Codes by kind</td></tr>
 * <tr><td>170 to 173</td><td>e4m3</td><td>Dual Length Codes by kind</td></tr>
 * <tr><td>180 to 189</td><td>bf16.bytes</td><td>Quad Length Codes by kind</td></tr>
 * <tr><td>190 to 193</td><td>e4m3</td><td>Quad Length Codes by kind</td></tr>
 * </table>
 *
 * <p>Ten kinds, in this order: ffn1_weight, ffn2_weight, ffn1_wgrad, ffn2_wgrad, ffn1_act, ffn2_in,
 * ffn2_act, ffn1_act_grad, ffn2_in_grad, ffn2_act_grad. Four kinds: ffn1_weight, ffn1_wgrad,
 * ffn1_act, ffn1_act_grad; their short books stand at the first slot and the three after it, their
 * long ones five slots higher. Slots from 200 on are left to books of one's own.
 */
public final class DefaultBooks {
  private static final String RESOURCE = "/vail/books/default.json";

  private DefaultBooks() {}

  /** All of them, by slot; read once, when first asked for. */
  public static List<NamedBook> all() {
    return Loaded.BOOKS;
  }

  /**
   * The books worth trying on symbols of a kind: its shapes if there are any, else its books by
   * kind, short for exponents and long for the rest; none for symbols that stay as they are.
   */
  public static List<NamedBook> candidates(SymbolKind kind) {
    BookClass usual = kind.isExponent() ? BookClass.SHORT : BookClass.LONG;
    List<NamedBook> suiting =
        all().stream()
            .filter(book -> book.suits(kind) && book.book().bookClass() == usual)
            .toList();
    List<NamedBook> shapes = suiting.stream().filter(book -> book.is(BookFamily.SHAPE)).toList();
    return shapes.isEmpty()
        ? suiting.stream().filter(book -> book.is(BookFamily.HUFFMAN)).toList()
        : shapes;
  }

  private static final class Loaded {
    private static final List<NamedBook> BOOKS = load();

    private static List<NamedBook> load() {
      try (InputStream in = DefaultBooks.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("this jar lacks its books, " + RESOURCE);
        }
        return CodebookFile.read(MemorySegment.ofArray(in.readAllBytes()), Limits.DEFAULT);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
