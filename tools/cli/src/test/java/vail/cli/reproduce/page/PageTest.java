package vail.cli.reproduce.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import vail.cli.Run;
import vail.cli.reproduce.TinyRecordings;

class PageTest {
  private static final Pattern PICTURE = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

  @TempDir private Path folder;
  private String page = "";

  @BeforeEach
  void write() throws IOException {
    Path data = TinyRecordings.write(folder.resolve("data"));
    Path html = folder.resolve("page.html");
    Run.of("reproduce", "--data", data, "--html", html);
    page = Files.readString(html);
  }

  @Test
  void drawsPicturesThatAreWellFormedAndSayWhatTheyShow() throws Exception {
    List<String> pictures = PICTURE.matcher(page).results().map(MatchResult::group).toList();

    assertTrue(pictures.size() >= 5, "there are " + pictures.size());
    for (String picture : pictures) {
      Element svg =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(picture)))
              .getDocumentElement();
      assertEquals("title", svg.getFirstChild().getNodeName());
      assertFalse(svg.getElementsByTagName("desc").item(0).getTextContent().isBlank());
      assertFalse(picture.contains("NaN"), picture);
    }
  }

  @Test
  void refersToNothingOutsideItself() {
    assertFalse(Pattern.compile("(?i)https?:|src=|href=|@import|url\\(").matcher(page).find());
  }

  @Test
  void tellsTheVerdictInWords() {
    assertTrue(page.contains("claim DOES NOT HOLD here"));
  }
}
