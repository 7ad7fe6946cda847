package vail.sim.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Says anything to a port of this computer, well-formed or not. */
final class Raw {
  private static final int PATIENCE_MS = 20_000;

  private Raw() {}

  /** A connection. */
  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  /** Sends bytes and no more, and returns all that comes back until the other side closes. */
  static String say(int port, byte[] bytes) throws IOException {
    try (Socket socket = connect(port)) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      return answer(socket);
    } catch (SocketException e) {
      // Closed at the other side before all was said.
      return "";
    }
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** A request with some headers, after which the connection closes. */
  static String ask(int port, String line, String body, String... headers) throws IOException {
    StringBuilder text = new StringBuilder(line + " HTTP/1.1\r\nConnection: close\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      text.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return talk(port, (text + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends requests of which the last closes the connection, and returns all answers. */
  static String talk(int port, byte[] requests) throws IOException {
    try (Socket socket = connect(port)) {
      socket.getOutputStream().write(requests);
      return answer(socket);
    }
  }
}
