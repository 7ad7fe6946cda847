package vail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
  private static final double PATIENCE_MS = 60_000;
  private static final int HEIGHT = 900;
  private static final Path PICTURES = Path.of("target", "pictures");

  private static Chromium chromium;
  private static Served served;

  /** What the page must not do: errors on its console, requests to anybody else. */
  private final List<String> wrongs = new ArrayList<>();

  /** What it may say nevertheless. */
  private String expected = "nothing";

  private BrowserContext context;

  @BeforeAll
  static void open() throws Exception {
    chromium = new Chromium();
    served = new Served();
  }

  @AfterAll
  static void close() throws Exception {
    if (served != null) {
      served.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void didNothingWrong() {
    if (context != null) {
      context.close();
    }
    assertEquals(List.of(), wrongs);
  }

  @Test
  void answersBeforeAnythingIsAsked() {
    Page page = answered(1280, ColorScheme.LIGHT);

    assertThat(page.locator("#verdict")).containsText("Yes: at 64.0 MiB the codec single makes it");
    assertThat(page.locator("#verdict")).containsText("What binds is link");
    assertThat(page.locator("#question"))
        .hasText("Does compression pay in all_reduce by ring on 8 dies?");
    assertThat(page.locator("#command")).containsText("./vail sim all_reduce -b 64MiB");
    assertEquals(served.origin() + "/", page.url());
  }

  @Test
  void wantsItsKey() {
    Page page = page(1280, ColorScheme.LIGHT);
    page.navigate(served.origin());

    assertThat(page.locator("#trouble")).containsText("This page wants its key");
  }

  @Test
  void isUsedByKeyboardAlone() {
    Page page = answered(1280, ColorScheme.LIGHT);
    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).hasText("Skip to the answer");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertEquals("size", focused(page));
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("4KiB");
    page.keyboard().press("Enter");

    assertThat(page.locator("#verdict")).containsText("No: at 4.00 KiB", patiently());
    String first = page.locator("#what-if-times").textContent();
    page.locator("#what-if-linkRate").focus();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("#what-if-times")).not().hasText(first);
  }

  @Test
  void saysWhatCannotBe() {
    // The browser itself notes that the server refused.
    expected = "status of 400";
    Page page = answered(1280, ColorScheme.LIGHT);
    page.locator("#topology").fill("moebius:8");
    page.locator("button[type=submit]").click();

    assertThat(page.locator("#trouble")).containsText("'moebius:8' is no topology");
    page.locator("#topology").fill("ring:4096");
    page.locator("button[type=submit]").click();
    assertThat(page.locator("#trouble")).containsText("are too many for this page");
  }

  @Test
  void showsWhatEachStepDidToLinks() {
    Page page = answered(1280, ColorScheme.LIGHT);
    Locator link = page.locator("svg [data-link]").first();
    String whole = link.locator("title").textContent();
    page.locator("#step").focus();
    page.keyboard().press("ArrowRight");

    assertThat(page.locator(".scrub .words"))
        .containsText(Pattern.compile("Step 1, [0-9.]+ µs to [0-9.]+ µs; busiest: die"));
    assertNotEquals(whole, link.locator("title").textContent());
    assertNotEquals("0", page.locator("svg .window").getAttribute("width"));
    page.keyboard().press("Home");
    assertThat(page.locator(".scrub .words")).hasText("The whole run");
    assertEquals(whole, link.locator("title").textContent());
  }

  @Test
  void measuresRatiosOfRealValues() {
    Page page = answered(1280, ColorScheme.LIGHT);

    assertThat(page.locator("#measured-words"))
        .containsText(Pattern.compile("frames took 0[.][0-9]{4} of their values"), patiently());
    assertThat(page.locator("#measured-html svg").first()).isVisible();
    assertThat(page.locator("#measured-html")).containsText("Links: what real frames took");
  }

  @Test
  void watchesDiesThatReallyRun() {
    Page page = answered(1280, ColorScheme.LIGHT);
    assertThat(page.locator("#live-small"))
        .containsText(
            "Runs 128 KiB of each die in 2 sub-chunks, not the form's 64.0 MiB of each die in 16");
    page.locator("#topology").fill("ring:2");
    page.locator("#start").click();

    assertThat(page.locator("#live-dies li")).hasCount(2);
    assertThat(page.locator("#certificate"))
        .containsText("equal those of the same schedule without a codec", patiently());
    assertThat(page.locator("#live-words")).containsText("Done: every value is right");
    assertThat(page.locator("#live-words"))
        .containsText("a smaller question than the verdict above answers");
    assertThat(page.locator("#live-dies")).containsText("100 %");
    page.locator("#live").screenshot(picture("live"));
    page.locator("#size").fill("64 KiB");
    page.locator("#chunks").fill("1");
    assertThat(page.locator("#live-small")).isEmpty();
    assertThat(page.locator("#books-small")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "390, DARK"})
  void drawsHowABookIsChangedWhileDiesRun(int width, ColorScheme scheme) {
    Page page = answered(width, scheme);
    page.locator("#topology").fill("ring:2");
    page.locator("#start-books").focus();
    page.keyboard().press("Enter");

    assertThat(page.locator("#books-words"))
        .containsText("Done: every value is right in 24 rounds", patiently());
    Locator books = page.locator("#books-chart");
    assertThat(books.locator("svg desc")).containsText("edition 1: committed, by all dies");
    assertThat(books.locator("svg desc")).containsText("edition 1: worse, edition 0 was better");
    assertTrue(books.locator("svg .mark").count() >= 4, books.innerHTML());
    assertTrue(books.locator("svg").ariaSnapshot().contains("Drift of the book"));
    assertThat(books.locator("table").first()).containsText("sample:step01000/activation_grads");
    books.locator("summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(books.locator("ol")).containsText("no frame of it is under way");
    Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertEquals(0, ((Number) over).intValue(), "the page is wider than its window");
    assertEquals(List.of(), page.evaluate(Contrast.TOO_LOW));
    page.locator("#books").screenshot(picture("books-" + width));
  }

  @Test
  void namesEveryControlForReaders() {
    Page page = answered(1280, ColorScheme.LIGHT);

    for (Locator control : page.locator("input, select, button").all()) {
      String snapshot = control.ariaSnapshot();
      assertTrue(snapshot.contains("\""), snapshot);
    }
    for (Locator picture : page.locator("svg").all()) {
      assertTrue(picture.ariaSnapshot().matches("(?s)- '?img \".+\".*"), picture.ariaSnapshot());
    }
    assertEquals(1, page.locator("h1").count());
    assertThat(page.locator("[role=status]")).hasCount(5);
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
  void fitsScreensAndCanBeRead(int width, ColorScheme scheme) {
    Page page = answered(width, scheme);
    page.waitForCondition(() -> !page.locator("#measured-html").innerHTML().isEmpty());

    Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertEquals(0, ((Number) over).intValue(), "the page is wider than its window");
    assertEquals(List.of(), page.evaluate(Contrast.TOO_LOW));
    String name = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-all.png"))
            .setFullPage(true));
  }

  /** The picture of the README. */
  @Test
  void canBeShownInASmallPicture() throws IOException {
    NewContextOptions small =
        new NewContextOptions().setViewportSize(1280, 1120).setDeviceScaleFactor(0.75);
    Page page = answered(page(small));
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("serve.png")));

    assertTrue(Files.size(PICTURES.resolve("serve.png")) < 150_000);
  }

  private static Locator.ScreenshotOptions picture(String name) {
    return new Locator.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png"));
  }

  private static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(PATIENCE_MS);
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.id");
  }

  /** A page that has answered its first question. */
  private Page answered(int width, ColorScheme scheme) {
    return answered(page(width, scheme));
  }

  private static Page answered(Page page) {
    page.navigate(served.address());
    page.locator("#answer[aria-busy=false]")
        .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
    return page;
  }

  private Page page(int width, ColorScheme scheme) {
    return page(new NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
  }

  /** A page in a profile that has never been used. */
  private Page page(NewContextOptions options) {
    context = chromium.browser().newContext(options);
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.onConsoleMessage(message -> {
      boolean bad = message.type().equals("error") || message.type().equals("warning");
      if (bad && !message.text().contains(expected)) {
        wrongs.add(message.text());
      }
    });
    page.onPageError(wrongs::add);
    page.onRequest(request -> {
      if (!request.url().startsWith(served.origin() + "/")) {
        wrongs.add("asked " + request.url());
      }
    });
    return page;
  }
}
