package vail.bridge.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.testing.Project;

/** {@code core/spec/vail.h} says the same as Java. */
class HeaderTest {
  @Test
  void namesEveryFaultWithItsNumber() throws IOException {
    var lines = Pattern.compile("(?m)^  VAIL_([A-Z_]+) = (\\d+),?$").matcher(header());
    List<String> inHeader = new ArrayList<>();
    while (lines.find()) {
      inHeader.add(lines.group(1) + " " + lines.group(2));
    }

    List<String> inJava = new ArrayList<>(List.of("OK 0"));
    Arrays.stream(Fault.values()).map(f -> f.name() + " " + f.number()).forEach(inJava::add);
    assertEquals(inJava, inHeader);
  }

  @Test
  void hasTheVersionThatIsBound() throws IOException {
    var version = Pattern.compile("#define VAIL_INTERFACE (\\d+)u").matcher(header());

    assertEquals(true, version.find());
    assertEquals(VailLibrary.INTERFACE, Integer.parseInt(version.group(1)));
  }

  private static String header() throws IOException {
    return Files.readString(Project.root().resolve("core/spec/vail.h"));
  }
}
