package vail.conform.host;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vail.conform.wire.Claim;

/** The claim of a library, from the lines of {@code vail_describe}. */
final class CDescription {
  private static final int MOST_SYMBOLS = 65_536;
  private static final int MOST_BOOKS = 254 * 256;

  /** Of a library that does not say. */
  private static final String FEATURES = "best,constant,mean,streamed,raw,previous,limits";

  private CDescription() {}

  static Claim claim(String description) {
    Map<String, String> said = new HashMap<>();
    description
        .lines()
        .filter(line -> line.contains("="))
        .forEach(line ->
            said.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return new Claim(
        said.getOrDefault("name", "nameless"),
        said.getOrDefault("version", ""),
        said.getOrDefault("issues", ""),
        Set.of("decode", "encode", "cabi"),
        list(said.getOrDefault("features", FEATURES)),
        numbers(said.getOrDefault("lanes", "")),
        numbers(said.getOrDefault("words", "")),
        list(said.getOrDefault("classes", "")),
        MOST_SYMBOLS,
        MOST_BOOKS,
        Claim.ErrorDetail.CLASS);
  }

  private static Set<String> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> numbers(String text) {
    return list(text).stream().map(Integer::valueOf).collect(Collectors.toSet());
  }
}
