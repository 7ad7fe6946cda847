package vail.sim.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vail.testing.Absence;

/** The ports that this process listens on, as Linux knows them. */
final class Listening {
  private static final String LISTEN = "0A";

  private Listening() {}

  /** Addresses and ports, TCP over IPv4 and IPv6. */
  static List<String> sockets() throws IOException {
    Path table = Path.of("/proc/net/tcp");
    if (!Files.isReadable(table)) {
      throw Absence.of("a list of open ports", "there is no " + table);
    }
    Set<String> own = own();
    List<String> found = new ArrayList<>();
    for (Path each : List.of(table, Path.of("/proc/net/tcp6"))) {
      if (Files.isReadable(each)) {
        for (String line : Files.readAllLines(each)) {
          String[] fields = line.trim().split(" +", -1);
          if (fields.length > 9 && fields[3].equals(LISTEN) && own.contains(fields[9])) {
            found.add(place(fields[1]));
          }
        }
      }
    }
    return found;
  }

  /** Numbers of the sockets of this process. */
  private static Set<String> own() throws IOException {
    Set<String> own = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        try {
          String target = Files.readSymbolicLink(file).toString();
          if (target.startsWith("socket:[")) {
            own.add(target.substring(8, target.length() - 1));
          }
        } catch (IOException gone) {
          // Closed meanwhile.
        }
      }
    }
    return own;
  }

  /** The kernel writes addresses as little-endian words; Java's IPv4 is mapped into IPv6. */
  private static String place(String hex) {
    String[] parts = hex.split(":", -1);
    byte[] bytes = HexFormat.of().parseHex(parts[0]);
    int last = bytes.length - 4;
    boolean mapped = bytes.length == 4 || parts[0].startsWith("0000000000000000FFFF0000");
    String address =
        mapped
            ? "%d.%d.%d.%d"
                .formatted(
                    bytes[last + 3] & 255,
                    bytes[last + 2] & 255,
                    bytes[last + 1] & 255,
                    bytes[last] & 255)
            : parts[0];
    return address + ":" + Integer.parseInt(parts[1], 16);
  }
}
