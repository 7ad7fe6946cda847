package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vail.sim.web.EchoSite.bearer;
import static vail.sim.web.EchoSite.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MalformedTest {
  private static final long SEED = 0x9a9e;
  private static final int BATCH = 500;

  private final EchoSite site;

  MalformedTest() throws IOException {
    site = new EchoSite(EchoSite.SHORT);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void takesNoHarmFromAThousandMalformedRequests() throws IOException {
    Random random = new Random(SEED);
    byte[] sound =
        ("POST /ask/echo HTTP/1.1\r\n%s\r\n%s\r\nContent-Type: application/json\r\n"
                + "Content-Length: 9\r\nConnection: close\r\n\r\n{\"a\": 10}")
            .formatted(site.host(), bearer(site.keys.run()))
            .getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < 1_000; i++) {
      byte[] message = damaged(sound, random);
      int length = random.nextInt(4) == 0 ? random.nextInt(message.length) : message.length;
      String answer = Raw.say(site.port, Arrays.copyOf(message, length));
      assertFalse(answer.startsWith("HTTP/1.1 5"), "seed " + SEED + ", " + i + ": " + answer);
    }
    assertEquals("200", status(site.post("/ask/echo", "{\"a\": 10}", site.keys.run())));
  }

  @Test
  void takesNoHarmFromNineThousandMalformedQuestions() throws IOException {
    Random random = new Random(SEED);
    byte[] sound =
        "{\"a\": [10, {\"b\": \"\\u00e9\"}], \"c\": null}".getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /ask/echo HTTP/1.1\r\n%s\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(site.host(), bearer(site.keys.run()), sound.length);
    int refused = 0;
    for (int i = 0; i < 9_000; i += BATCH) {
      ByteArrayOutputStream questions = new ByteArrayOutputStream();
      for (int each = 0; each < BATCH; each++) {
        questions.write(head.getBytes(StandardCharsets.ISO_8859_1));
        questions.write(damaged(sound, random));
      }
      questions.write(
          ("GET / HTTP/1.1\r\n" + site.host() + "\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      List<String> answers =
          List.of(Raw.talk(site.port, questions.toByteArray()).split("HTTP/1.1 ", -1));
      assertEquals(BATCH + 2, answers.size(), "seed " + SEED + ", from " + i);
      for (String answer : answers.subList(1, answers.size())) {
        assertTrue(
            answer.startsWith("400 ") || answer.startsWith("200 "), "seed " + SEED + ", " + answer);
        refused += answer.startsWith("400 ") ? 1 : 0;
      }
    }
    assertTrue(refused > 5_000, refused + " were refused");
    assertEquals("200", status(site.post("/ask/echo", "{\"a\": 10}", site.keys.run())));
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] message = sound.clone();
    for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
      message[random.nextInt(message.length)] = (byte) random.nextInt(256);
    }
    return message;
  }
}
