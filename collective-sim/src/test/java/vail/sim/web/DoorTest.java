package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTest {
  private final EchoSite site;

  DoorTest() throws IOException {
    site = new EchoSite(EchoSite.SHORT);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void closesConnectionsThatSayNothing() throws IOException {
    try (Socket socket = Raw.connect(site.port)) {
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  /** One byte at a time keeps a connection from being idle, not from being late. */
  @Test
  void closesConnectionsThatTrickle() throws Exception {
    byte[] request =
        ("GET / HTTP/1.1\r\n" + site.host() + "\r\nX: " + "x".repeat(900))
            .getBytes(StandardCharsets.ISO_8859_1);
    int sent = 0;
    try (Socket socket = Raw.connect(site.port)) {
      while (socket.getInputStream().available() == 0 && sent < request.length) {
        socket.getOutputStream().write(request[sent++]);
        Thread.sleep(20);
      }
    } catch (IOException closed) {
      // As it should be.
    }
    assertTrue(sent < 100, sent + " bytes were waited for");
  }

  @Test
  void letsNoMoreConnectionsInThanItHasRoomFor() throws IOException {
    List<Socket> open = new ArrayList<>();
    int closed = 0;
    try {
      for (int i = 0; i < 12; i++) {
        open.add(Raw.connect(site.port));
      }
      for (Socket socket : open) {
        socket.setSoTimeout(100);
        closed += isClosed(socket) ? 1 : 0;
      }
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    assertTrue(closed >= 8, closed + " of 12 were closed at once");
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }
}
