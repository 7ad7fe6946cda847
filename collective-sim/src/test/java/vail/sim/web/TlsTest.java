package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final char[] PASSWORD = "secret".toCharArray();

  @TempDir private static Path folder;
  private static KeyStore keys = null;
  private static Listen listen = null;

  @BeforeAll
  static void makeKeys() throws Exception {
    Path store = folder.resolve("keys.p12");
    makeKey(store);
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    Path chain = pem("CERTIFICATE", keys.getCertificate("vail").getEncoded());
    Path key = pem("PRIVATE KEY", keys.getKey("vail", PASSWORD).getEncoded());
    listen = new Listen("127.0.0.1", 0, Optional.of(new Listen.Tls(chain, key)));
  }

  @Test
  void answersThoseWhoTrustItsCertificate() throws Exception {
    try (EchoSite site = new EchoSite(listen, Limits.USUAL);
        HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(site.server.address().resolve("/ask/echo"))
              .header("Authorization", "Bearer " + site.keys.run())
              .header("Content-Type", "application/json")
              .header("Origin", "https://127.0.0.1:" + site.port)
              .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}"))
              .build();

      assertEquals("{\"a\":1}", client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  @Test
  void isNotBelievedByOthers() throws Exception {
    try (EchoSite site = new EchoSite(listen, Limits.USUAL);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(site.server.address()).build();

      assertThrows(
          IOException.class, () -> client.send(request, HttpResponse.BodyHandlers.discarding()));
    }
  }

  @Test
  void answersNothingInTheClear() throws IOException {
    try (EchoSite site = new EchoSite(listen, Limits.USUAL)) {
      assertFalse(site.get("/").startsWith("HTTP/1.1 200"));
    }
  }

  @Test
  void closesConnectionsThatDoNotShakeHands() throws IOException {
    try (EchoSite site = new EchoSite(listen, EchoSite.SHORT);
        Socket socket = Raw.connect(site.port)) {
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  private static SSLContext trusting() throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("vail", keys.getCertificate("vail"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Path pem(String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(bytes);
    return Files.writeString(
        folder.resolve(kind.replace(' ', '-') + ".pem"),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
  }

  private static void makeKey(Path store) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "vail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=vail",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), said);
  }
}
