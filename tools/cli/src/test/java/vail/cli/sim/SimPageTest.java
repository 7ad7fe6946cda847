package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vail.cli.Run;

class SimPageTest {
  private static final Pattern FIELD =
      Pattern.compile("none ([0-9.]+) us, single ([0-9.]+) us, three ([0-9.]+) us");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all_reduce -e 64KiB",
        "all_reduce --topology torus:2x3x2 -b 1MiB -e 1MiB --chunks 2",
        "all_to_all --topology switch:4,full:3 -e 1KiB --chunks 1 --preset ucie-a-32",
        "broadcast --topology mesh:5 -e 1KiB --codec three",
        "all_reduce --topology ring:40 -e 1KiB --chunks 1",
        "all_gather --mode closed --dies 1000000 -e 1KiB",
        "all_gather --mode bound --topology mesh:3x3 -e 1KiB",
        "all_reduce --dies 1 -b 2 -e 2"
      })
  void isWellFormedAndSaysWhatPicturesShow(String line) throws Exception {
    String page = page(line);
    Document document = parsed(page);

    assertFalse(Pattern.compile("(?i)https?:|src=|href=|@import|url\\(").matcher(page).find());
    assertFalse(page.contains("NaN") || page.contains("Infinity"), line);
    for (Element svg : elements(document, "svg")) {
      assertEquals("title", svg.getFirstChild().getNodeName());
      assertFalse(svg.getElementsByTagName("desc").item(0).getTextContent().isBlank(), line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8, '-b 64MiB -e 64MiB', 'Yes: at 64.0 MiB the codec single makes it 1.26 times faster'",
    "8, '-b 1KiB -e 1KiB', 'No: at 1.00 KiB the fastest codec, single, makes it 0.94 times as fast'",
    "8, '-e 512MiB', 'Yes, from 4.00 MiB up: at 256 MiB'",
    "8, '-b 1MiB -e 1MiB --codec none', 'Not asked: without compression'",
    "1, '-b 2 -e 2', 'There is nothing to gain'"
  })
  void answersInOneSentence(int dies, String sizes, String answer) throws Exception {
    String page = page("all_reduce --chunks 16 --dies %d %s".formatted(dies, sizes));

    assertTrue(page.contains("<p class=\"headline\">" + answer), page.substring(0, 9000));
  }

  @Test
  void escapesNames() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("<b>&'\".json"),
            """
            {"schema": "vail-topology/1", "dies": 2, "links": [{"from": 0, "to": 1}]}
            """);
    String page = page("all_reduce -e 1KiB", "--topology", file);

    assertTrue(parsed(page).getDocumentElement().getTextContent().contains("<b>&'\".json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ring:8", "mesh:2x3"})
  void saysInEachFieldWhatIsFastest(String topology) throws Exception {
    Document page = parsed(page("all_reduce --chunks 4 -e 1KiB --topology " + topology));
    List<Element> fields =
        elements(page, "rect").stream()
            .filter(rect -> rect.getElementsByTagName("title").getLength() > 0)
            .toList();

    assertEquals(80, fields.size());
    for (Element field : fields) {
      Matcher times = FIELD.matcher(field.getTextContent());
      assertTrue(times.find(), field.getTextContent());
      double none = Double.parseDouble(times.group(1));
      double single = Double.parseDouble(times.group(2));
      double three = Double.parseDouble(times.group(3));
      String style = field.getAttribute("class");
      double least = Math.min(none, Math.min(single, three));

      assertEquals(
          least,
          style.equals("cell none") ? none : style.equals("cell single") ? single : three,
          field.getTextContent());
    }
  }

  @Test
  void drawsEachLinkWithWhatItCarried() throws Exception {
    Document page = parsed(page("all_reduce -b 1MiB -e 1MiB --topology ring:6 --codec single"));
    List<String> links =
        elements(page, "path").stream()
            .filter(path -> path.getAttribute("class").startsWith("link u"))
            .map(Element::getTextContent)
            .filter(words -> !words.isEmpty())
            .toList();

    assertEquals(6, links.size(), links.toString());
    assertTrue(links.getFirst().matches("die 0 to die 1: [0-9]+ % busy, 1[.]31 MiB"), "" + links);
  }

  @Test
  void foldsALargeNetworkAndSaysSo() throws Exception {
    String page = page("all_reduce -e 1KiB --chunks 1 --topology torus:9x9 --codec none");

    assertTrue(page.contains("Drawn are 64 of 81 nodes"), "sample");
    assertTrue(page.contains("Dies 0 to 7 of 81"), "dies");
  }

  @Test
  void showsWhatRealValuesHaveShown() throws Exception {
    String page = page("all_reduce --mode bytes --dies 4 --chunks 2 -b 64KiB -e 64KiB");

    parsed(page);
    assertTrue(page.contains("What frames took, step by step"), "chart");
    assertTrue(page.contains("elements are wrong"), "tile");
    assertTrue(page.contains("at the measured ratio of 0."), "map");
  }

  @Test
  void isAboutCodecsThatAreUsed() throws Exception {
    String page = page("all_reduce -b 64KiB -e 64KiB --codec single,auto");

    assertTrue(page.contains("No: at 64.0 KiB the fastest codec, single, makes it"), "answer");
    assertFalse(page.contains("at the measured ratio"), "nothing was measured");
  }

  @Test
  void showsWhatChangedSinceAnEarlierCall() throws Exception {
    Path before = folder.resolve("before.json");
    Files.write(before, Run.of("sim", "all_reduce", "-e", "1KiB", "--json").output());
    String page = page("all_reduce -e 1KiB --chunks 8", "--diff", before);

    assertTrue(page.contains("<th scope=\"row\">subChunks</th><td>16</td><td>8</td>"), "inputs");
  }

  private String page(String line, Object... more) throws IOException {
    Path file = folder.resolve("page.html");
    List<Object> arguments = new ArrayList<>(List.of("sim"));
    arguments.addAll(List.of((Object[]) line.split(" +", -1)));
    arguments.addAll(List.of("--html", file));
    arguments.addAll(List.of(more));
    Run run = Run.of(arguments.toArray());
    assertEquals(0, run.exit(), run.toString());
    return Files.readString(file);
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
