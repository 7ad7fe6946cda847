package vail.conform.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vail.code.BiasTransform;
import vail.code.BookClass;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.conform.vector.BiasRule;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Exchange;
import vail.conform.vector.InstalledBook;
import vail.conform.vector.Recipe;
import vail.conform.vector.Request;
import vail.conform.vector.Shape;
import vail.conform.vector.Vector;

/** Says which values of the {@link Factors} a vector has, by looking at what it asks. */
final class Classifier {
  private Classifier() {}

  /** The labels of a vector, a set for each factor; nothing if it is not about encoding a draw. */
  static Optional<List<Set<String>>> of(Vector vector) {
    if (!(vector.body() instanceof Exchange(Request.Encode(var options, var symbols), var e))
        || symbols.recipe().isEmpty()
        || vector.books().isEmpty()) {
      return Optional.empty();
    }
    return switch (options.choice()) {
      case EncodeOptions.Raw raw -> Optional.empty();
      case EncodeOptions.Fixed fixed ->
          Optional.of(
              labels(
                  vector, options, fixed.bias(), fixed.shape(), "fixed", symbols.recipe().get()));
      case EncodeOptions.Best best -> {
        boolean isLong = vector.books().getFirst().book().bookClass() == BookClass.LONG;
        Shape shape = isLong ? best.longShape() : best.shortShape();
        String method = "best/" + best.stride();
        BiasRule bias = best.biases().getFirst();
        yield Optional.of(labels(vector, options, bias, shape, method, symbols.recipe().get()));
      }
    };
  }

  private static List<Set<String>> labels(
      Vector vector,
      EncodeOptions options,
      BiasRule bias,
      Shape shape,
      String method,
      Recipe recipe) {
    InstalledBook book = vector.books().getFirst();
    return List.of(
        Set.of(Integer.toString(recipe.count())),
        Set.of(Integer.toString(shape.lanes())),
        Set.of(Integer.toString(shape.wordBits())),
        Set.of(book.name()),
        distributions(recipe, book, bias),
        Set.of(lower(options.order())),
        Set.of(bias.toString()),
        Set.of(lower(options.constant())),
        Set.of(method));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Set<String> distributions(Recipe recipe, InstalledBook book, BiasRule bias) {
    return switch (recipe) {
      case Recipe.Draw draw ->
          Set.of(draw.table().name().equals("book-" + book.name()) ? "book" : draw.table().name());
      case Recipe.Cycle cycle -> cycle(HexFormat.of().parseHex(cycle.cycle()), book.book(), bias);
    };
  }

  /** What a repeated sequence is to a book, as far as the bias can be told beforehand. */
  private static Set<String> cycle(byte[] cycle, Codebook book, BiasRule bias) {
    Set<String> labels = new HashSet<>();
    if (cycle.length == 1) {
      labels.add("constant");
    }
    if (bias instanceof BiasRule.Absolute(int value)) {
      List<Integer> lengths = new ArrayList<>();
      for (byte symbol : cycle) {
        lengths.add(book.length(BiasTransform.apply(symbol & 0xff, value)));
      }
      int shortest = least(book);
      int longest = most(book);
      addIf(lengths.stream().allMatch(length -> length == 0), "unseen", labels);
      addIf(lengths.stream().allMatch(length -> length == longest), "longest", labels);
      addIf(lengths.equals(List.of(shortest, longest)), "alternating", labels);
    }
    return labels;
  }

  private static void addIf(boolean holds, String label, Set<String> labels) {
    if (holds) {
      labels.add(label);
    }
  }

  private static int least(Codebook book) {
    return symbols().map(book::length).filter(length -> length > 0).min().orElse(0);
  }

  private static int most(Codebook book) {
    return symbols().map(book::length).max().orElse(0);
  }

  private static java.util.stream.IntStream symbols() {
    return Arrays.stream(java.util.stream.IntStream.range(0, CodeLengths.ESC).toArray());
  }
}
