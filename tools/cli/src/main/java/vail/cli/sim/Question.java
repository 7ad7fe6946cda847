package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vail.cli.ByteSize;
import vail.json.JsonObject;
import vail.json.JsonValue;

/**
 * What a page asks, as the arguments of {@code vail sim}: the same words, checks and answers. Only
 * what is listed here can be asked; nothing of it names a file.
 */
final class Question {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,32}");
  private static final Pattern SHAPE =
      Pattern.compile("[a-z]{1,8}:[0-9x]{1,24}(,[a-z]{1,8}:[0-9x]{1,24}){0,3}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.][0-9]{1,6})?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,15} ?([kKmMgG]i?)?B?");

  private record Field(String option, Pattern form, String unit) {}

  private static final Map<String, Field> FIELDS =
      Map.of(
          "topology", new Field("--topology", SHAPE, ""),
          "algorithm", new Field("--algorithm", NAME, ""),
          "preset", new Field("--preset", NAME, ""),
          "linkRate", new Field("--link-rate", NUMBER, "GB/s"),
          "linkLatency", new Field("--link-latency", NUMBER, "ns"),
          "codecRate", new Field("--codec-rate", NUMBER, "GB/s"),
          "codecLatency", new Field("--codec-latency", NUMBER, "ns"),
          "ratio", new Field("--ratio", NUMBER, ""),
          "rounds", new Field("--rounds", COUNT, ""));

  private Question() {}

  /**
   * The arguments.
   *
   * @param most bytes: a larger size is taken for this one
   * @param chunks at most, in the same manner
   * @throws IllegalArgumentException about the first field that cannot be, in words
   */
  static List<String> arguments(JsonObject question, long most, int chunks) {
    List<String> arguments = new ArrayList<>();
    arguments.add(text("collective", question.string("collective"), NAME));
    String size = size(text("size", question.string("size"), SIZE), most);
    arguments.addAll(List.of("-b", size, "-e", size));
    for (Map.Entry<String, JsonValue> given : question.fields().entrySet()) {
      String name = given.getKey();
      Field field = FIELDS.get(name);
      if (name.equals("chunks")) {
        arguments.add("--chunks=" + chunks(question.string(name), chunks));
      } else if (field != null) {
        String value = given.getValue().asString("field '" + name + "'");
        // What is left empty is for vail sim to choose.
        if (!value.isEmpty()) {
          arguments.add(field.option + "=" + text(name, value, field.form) + field.unit);
        }
      } else if (!name.equals("collective") && !name.equals("size")) {
        throw new IllegalArgumentException("there is no field '" + name + "'");
      }
    }
    return arguments;
  }

  private static String size(String text, long most) {
    return String.valueOf(Math.min(most, new ByteSize.Converter().convert(text).bytes()));
  }

  private static int chunks(String text, int most) {
    return Math.min(most, Integer.parseInt(text("chunks", text, COUNT)));
  }

  private static String text(String name, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException("%s: '%s' is not accepted".formatted(name, value));
    }
    return value;
  }
}
