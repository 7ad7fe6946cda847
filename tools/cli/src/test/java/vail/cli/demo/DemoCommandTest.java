package vail.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.block.Layout;
import vail.cli.Run;
import vail.code.BookClass;

class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void restoresEveryBitOnEveryReadyBackendAndShowsIt() throws IOException {
    Path page = folder.resolve("demo.html");
    Run run = Run.of("demo", "--seconds", 0, "--html", page);

    assertEquals(0, run.exit(), run.toString());
    assertEquals("", run.errors());
    assertTrue(run.text().contains("every bit restored"), run.text());
    assertTrue(run.text().contains("Page with pictures: " + page + "\n"), run.text());
    assertTrue(run.text().contains("4 dies really ran an all_reduce, every value is right"));
    assertTrue(Files.readString(folder.resolve("demo-live.html")).contains("the dies took"));
    for (BackendProvider provider : Backends.providers()) {
      boolean ready =
          provider.probe() instanceof Probe.Ready(Backend backend) && takesPart(backend);
      String row = Pattern.quote(provider.name()) + " .*" + (ready ? "bit for bit" : "absent, .*");
      assertTrue(run.text().lines().anyMatch(line -> line.matches(row)), run.text());
    }
  }

  private static boolean takesPart(Backend backend) {
    try (backend) {
      return backend.capabilities().covers(Layout.PORTABLE, BookClass.SHORT);
    }
  }

  @Test
  void savesNearlyAThirdOfBfloats() throws IOException {
    String text = Run.of("demo", "--seconds", 0, "--html", folder.resolve("demo.html")).text();

    for (String kind : new String[] {"ffn1_act", "ffn1_wgrad", "ffn1_weight"}) {
      assertTrue(
          text.lines().anyMatch(line -> line.matches(kind + " +BF16 .* 3[2-4]\\.\\d\\d %")), text);
    }
  }

  @Test
  void thePageRefersToNothingOutsideItself() {
    String page = Run.of("demo", "--seconds", 0, "--html", "-").text();

    assertTrue(page.startsWith("<!DOCTYPE html>"), page.substring(0, 100));
    assertFalse(Pattern.compile("(src|href)=\"(?!\\s*data:)").matcher(page).find());
    assertFalse(page.contains("@import"));
    assertTrue(page.contains("<svg"));
  }

  @Test
  void aPageThatCannotBeWrittenIsInputOutput() throws IOException {
    Run run = Run.of("demo", "--seconds", 0, "--html", folder.resolve("no/demo.html"));

    assertEquals(5, run.exit());
    assertTrue(run.errors().contains("no such folder"), run.errors());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
