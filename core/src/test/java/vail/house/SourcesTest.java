package vail.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.testing.Project;

class SourcesTest {
  private static final int FILE_LINES = 250;
  private static final int MEDIAN_FILE_LINES = 90;
  private static final int METHOD_LINES = 40;
  private static final int SHORT_METHOD_LINES = 20;
  private static final int KERNEL_LINES = 80;
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?m)(^|[^a-zA-Z0-9.~}])/(work|farm|root|home|tmp|Users)/\\w");

  @Test
  void noFileIsLongerThanAPersonKeepsInMind() throws IOException {
    List<String> tooLong = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (Path file : Sources.mainJava()) {
      int lines = Files.readAllLines(file).size();
      lengths.add(lines);
      if (lines > FILE_LINES) {
        tooLong.add(name(file) + " has " + lines + " lines");
      }
    }

    assertEquals(List.of(), tooLong);
    int median = lengths.stream().sorted().toList().get(lengths.size() / 2);
    assertTrue(median <= MEDIAN_FILE_LINES, "the median file has " + median + " lines");
  }

  @Test
  void onlyHotKernelsAreLongerThanFortyLinesAndSayWhy() throws IOException {
    assertEquals(List.of(), tooLong(Sources.methods(Sources.mainJava())));
  }

  @Test
  void nineOfTenMethodsAreShort() throws IOException {
    List<Integer> lengths =
        Sources.methods(Sources.mainJava()).stream().map(Sources.Method::lines).sorted().toList();

    int tenth = lengths.get(lengths.size() * 9 / 10);
    assertTrue(tenth <= SHORT_METHOD_LINES, "one in ten methods has " + tenth + " lines or more");
  }

  @Test
  void findsALongMethodAndLetsAKernelBeLonger(@TempDir Path folder) throws IOException {
    String body = "int x;\n".repeat(METHOD_LINES + 1);
    Path file =
        Files.writeString(
            folder.resolve("Long.java"),
            "class Long { void plain() {\n"
                + body
                + "}\n// Hot kernel: flat.\n"
                + "void fast() {\n"
                + body
                + "}\nvoid small() {\n}\n}\n");

    assertEquals(List.of("Long.java#plain has 41 lines"), tooLong(Sources.methods(List.of(file))));
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Path file : Sources.mainJava()) {
      boolean isModule = file.endsWith("module-info.java");
      if (!isModule && !Files.exists(file.resolveSibling("package-info.java"))) {
        silent.add(name(file.getParent()));
      }
    }

    assertEquals(List.of(), silent.stream().distinct().toList());
  }

  @Test
  void noTextNamesAPlaceOfOneMachine() throws IOException {
    List<String> named = new ArrayList<>();
    for (Path file : Sources.texts()) {
      var path = MACHINE_PATH.matcher(Files.readString(file, StandardCharsets.UTF_8));
      if (path.find()) {
        named.add(name(file) + ": " + path.group().strip());
      }
    }

    assertEquals(List.of(), named);
  }

  @Test
  void knowsAPlaceOfOneMachineWhenItSeesOne() {
    assertTrue(MACHINE_PATH.matcher("see " + "/home" + "/ann/x").find());
    assertFalse(MACHINE_PATH.matcher("core/work/x and ../tmp/x").find());
  }

  private static List<String> tooLong(List<Sources.Method> methods) {
    return methods.stream()
        .filter(method -> method.lines() > allowed(method))
        .map(method -> method.name() + " has " + method.lines() + " lines")
        .toList();
  }

  private static int allowed(Sources.Method method) {
    return Pattern.compile("//.*[Hh]ot kernel|\\*.*[Hh]ot kernel").matcher(method.comment()).find()
        ? KERNEL_LINES
        : METHOD_LINES;
  }

  private static String name(Path file) {
    return Project.root().relativize(file).toString();
  }
}
