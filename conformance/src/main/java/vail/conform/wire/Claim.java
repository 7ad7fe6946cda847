package vail.conform.wire;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vail.fault.VailFormatException;
import vail.json.JsonArray;
import vail.json.JsonNumber;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonString;
import vail.json.JsonValue;

/**
 * What an implementation says of itself in its answer to HELLO. A list that it leaves out claims
 * all that every implementation can have.
 *
 * @param name how reports call it
 * @param version of the implementation
 * @param issues where to complain, or empty
 * @param roles some of {@code decode, encode, train, map}
 * @param features some of {@code best, constant, mean, streamed, raw, previous, limits}
 * @param lanes lane counts
 * @param words bits of words
 * @param classes {@code short}, {@code long}
 * @param maxSymbols most symbols of a block
 * @param maxBooks most books at a time
 * @param errorDetail whether refusals carry the class of the fault
 */
public record Claim(
    String name,
    String version,
    String issues,
    Set<String> roles,
    Set<String> features,
    Set<Integer> lanes,
    Set<Integer> words,
    Set<String> classes,
    int maxSymbols,
    int maxBooks,
    ErrorDetail errorDetail) {
  /** The version of the protocol that is spoken here. */
  public static final int PROTOCOL = 1;

  private static final List<String> ROLES = List.of("decode", "encode", "train");
  private static final List<String> FEATURES = List.of("best", "constant", "mean", "streamed");
  private static final List<String> LANES = List.of("1", "2", "4", "8", "16", "32", "64");
  private static final List<String> WORDS = List.of("8", "16", "32");
  private static final List<String> CLASSES = List.of("short", "long");
  private static final int MOST_SYMBOLS = 65_536;
  private static final int MOST_BOOKS = 254 * 256;
  private static final int TEXT = 200;

  /** What a refusal tells. */
  public enum ErrorDetail {
    /** Only that something is wrong, as a single wire can. */
    NONE,
    /** The number of the fault. */
    CLASS
  }

  /** Takes sorted copies. */
  public Claim {
    roles = new TreeSet<>(roles);
    features = new TreeSet<>(features);
    lanes = new TreeSet<>(lanes);
    words = new TreeSet<>(words);
    classes = new TreeSet<>(classes);
  }

  /** Whether it claims to code anything at all. */
  public boolean codes() {
    boolean some = roles.contains("decode") || roles.contains("encode");
    return some && !lanes.isEmpty() && !words.isEmpty() && !classes.isEmpty();
  }

  /**
   * Reads the body of a HELLO's answer.
   *
   * @throws IllegalArgumentException if it is no claim of this protocol
   */
  public static Claim of(byte[] json) {
    try {
      return of(JsonReader.read(MemorySegment.ofArray(json)).asObject("the claim"));
    } catch (VailFormatException e) {
      throw new IllegalArgumentException(
          "the claim is not the JSON it should be: " + e.getMessage(), e);
    }
  }

  private static Claim of(JsonObject said) {
    long protocol = number(said, PROTOCOL, "protocol");
    if (protocol != PROTOCOL) {
      throw new IllegalArgumentException("it speaks protocol " + protocol + ", not " + PROTOCOL);
    }
    JsonObject limits = said.find("limits").orElse(said) instanceof JsonObject o ? o : said;
    return new Claim(
        text(said, "name", "nameless"),
        text(said, "version", ""),
        text(said, "issues", ""),
        canonical(words(said, "roles", ROLES)),
        words(said, "features", FEATURES),
        numbers(words(said, "lanes", LANES)),
        numbers(words(said, "words", WORDS)),
        words(said, "classes", CLASSES),
        (int) number(limits, MOST_SYMBOLS, "maxSymbols", "maxOutput"),
        (int) number(limits, MOST_BOOKS, "maxBooks", "books"),
        text(said, "errorDetail", "class").equals("none") ? ErrorDetail.NONE : ErrorDetail.CLASS);
  }

  private static Set<String> canonical(Set<String> roles) {
    if (roles.contains("buildcodebook")) {
      roles.add("train");
    }
    return roles;
  }

  private static Set<String> words(JsonObject said, String field, List<String> otherwise) {
    Optional<JsonValue> value = said.find(field);
    if (value.isEmpty()) {
      return new TreeSet<>(otherwise);
    }
    Set<String> words = new TreeSet<>();
    JsonArray list = value.get().asArray("field '" + field + "'");
    for (JsonValue item : list.items()) {
      words.add(
          switch (item) {
            case JsonString string -> string.text().toLowerCase(Locale.ROOT);
            case JsonNumber number -> number.text();
            default ->
                throw new IllegalArgumentException("'" + field + "' is a list of words or numbers");
          });
    }
    return words;
  }

  private static Set<Integer> numbers(Set<String> words) {
    Set<Integer> numbers = new TreeSet<>();
    words.forEach(word -> numbers.add(Integer.valueOf(word)));
    return numbers;
  }

  private static long number(JsonObject said, long otherwise, String... names) {
    for (String name : names) {
      Optional<JsonValue> value = said.find(name);
      if (value.isPresent()) {
        return value.get().asLong("field '" + name + "'", 0, Integer.MAX_VALUE);
      }
    }
    return otherwise;
  }

  private static String text(JsonObject said, String field, String otherwise) {
    String text =
        said.find(field).orElse(JsonValue.of(otherwise)) instanceof JsonString s ? s.text() : "";
    return text.length() > TEXT ? text.substring(0, TEXT) : text;
  }

  /** The claim as an implementation says it. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("protocol", PROTOCOL)
        .put("name", name)
        .put("version", version)
        .put("issues", issues)
        .put("roles", texts(roles))
        .put("features", texts(features))
        .put("lanes", JsonArray.of(lanes.stream().mapToLong(Integer::longValue).toArray()))
        .put("words", JsonArray.of(words.stream().mapToLong(Integer::longValue).toArray()))
        .put("classes", texts(classes))
        .put(
            "limits",
            JsonObject.builder().put("maxSymbols", maxSymbols).put("maxBooks", maxBooks).build())
        .put("errorDetail", errorDetail.name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static JsonArray texts(Set<String> words) {
    return JsonArray.of(words.stream().map(JsonValue::of).toList());
  }
}
