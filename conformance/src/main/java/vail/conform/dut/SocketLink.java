package vail.conform.dut;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalInt;

/** A connection to an implementation that runs elsewhere; it cannot be ended, only left. */
final class SocketLink implements Link {
  private static final int CONNECT_MILLIS = 5000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private SocketLink(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.out = socket.getOutputStream();
  }

  /**
   * Connects.
   *
   * @throws IllegalArgumentException if the host is not this machine, and only that is allowed
   */
  static SocketLink connect(String host, int port, Reach reach) throws IOException {
    InetAddress address =
        host.equals("localhost") ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
    if (reach == Reach.LOOPBACK && !address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          host + " is not this machine; --allow-remote lets the judge connect to others");
    }
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
    return new SocketLink(socket);
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public void endInput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void kill() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  @Override
  public OptionalInt status(Duration patience) {
    return OptionalInt.empty();
  }

  @Override
  public String lastWords() {
    return "";
  }
}
