package vail.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface, below those that systems give to connections: a connection to a
 * port of these, which nobody listens at yet, might get the same port as its own and take it.
 */
public final class Ports {
  private static final int FIRST = 16_384;
  private static final int END = 32_768;

  private Ports() {}

  /** One that was free a moment ago. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return server.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
