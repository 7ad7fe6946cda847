package vail.sim.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server listens.
 *
 * @param host a name or an address of this computer, by which browsers call it
 * @param port 0 for any that is free
 * @param tls with what it proves who it is; wanted wherever other computers can connect
 */
public record Listen(String host, int port, Optional<Tls> tls) {
  private static final int MOST = 65_535;

  /**
   * Files in PEM.
   *
   * @param certificate the chain
   * @param key the private key
   */
  public record Tls(Path certificate, Path key) {}

  /** Rejects what would be open to others without TLS. */
  public Listen {
    if (port < 0 || port > MOST) {
      throw new IllegalArgumentException("port %d: 0 to %d is accepted".formatted(port, MOST));
    }
    InetAddress address = address(host);
    if (address.isAnyLocalAddress()) {
      throw new IllegalArgumentException(
          host + ": one address of this computer is accepted, not all of them");
    }
    if (!address.isLoopbackAddress() && tls.isEmpty()) {
      throw new IllegalArgumentException(
          host + ": other computers can reach it; a certificate and a key for TLS are wanted");
    }
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(host + ": no address of that name is known", e);
    }
  }

  /** The scheme of its addresses. */
  String scheme() {
    return tls.isPresent() ? "https" : "http";
  }

  /** What a browser may call this server, once its port is known. */
  Set<String> authorities(int actual) {
    String named = authority(actual);
    return address(host).isLoopbackAddress() ? Set.of(named, "localhost:" + actual) : Set.of(named);
  }

  /** Its own name with a port, as addresses have it. */
  String authority(int actual) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + actual;
  }
}
