package vail.bridge.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vail.testing.Project;

/**
 * The driver's registers are those of the guide; another test compares the guide with the kernel.
 */
class RegistersTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| 0x(\\w{3}) \\| (\\w+) \\|");

  @Test
  void lieWhereTheGuideHasThem() throws Exception {
    assertEquals(guide(), driver());
  }

  private static Map<String, Integer> guide() throws IOException {
    String text = Files.readString(Project.root().resolve("fpga/boards/README.md"));
    Map<String, Integer> all = new TreeMap<>();
    ROW.matcher(text)
        .results()
        .forEach(row -> all.put(row.group(2), Integer.parseInt(row.group(1), 16)));
    return all;
  }

  private static Map<String, Integer> driver() throws IllegalAccessException {
    Map<String, Integer> all = new TreeMap<>();
    for (Field field : Registers.class.getDeclaredFields()) {
      if (!field.getName().startsWith("BOOK_")) {
        all.put(field.getName(), field.getInt(null));
      }
    }
    return all;
  }
}
