package vail.conform.dut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.conform.dut.DutFailure.Ending;
import vail.conform.host.BackendAnswerer;
import vail.conform.wire.Claim;

/**
 * Opens implementations under test by their addresses.
 *
 * @param suite name and version of the vectors, told in HELLO
 * @param patience how long answers may take
 * @param reach where the judge may connect to
 */
public record Duts(String suite, Patience patience, Reach reach) {
  /**
   * Opens an implementation and asks who it is.
   *
   * @throws DutFailure if it cannot be reached, or does not answer HELLO with a claim
   * @throws AbsentBackendException if a backend of this project is not there
   * @throws IllegalArgumentException if the address is none
   */
  public Dut open(DutAddress address) throws DutFailure, AbsentBackendException, IOException {
    return switch (address.kind()) {
      case JAVA -> backend(address.target());
      case PROCESS -> process(DutAddress.words(address.target()));
      case CABI -> library(Path.of(address.target()));
      case TCP -> socket(address.target());
      case FILES -> batches(Path.of(address.target()));
    };
  }

  private Dut backend(String name) throws DutFailure, AbsentBackendException {
    return switch (Backends.probe(name)) {
      case Probe.Ready(Backend backend) ->
          new InProcessDut(new BackendAnswerer(backend), suite, backend::close);
      case Probe.Absent(String reason) ->
          throw new AbsentBackendException(name, reason + others(name));
    };
  }

  private static String others(String name) {
    List<String> names = Backends.providers().stream().map(BackendProvider::name).toList();
    return names.contains(name)
        ? ""
        : names.stream().collect(Collectors.joining(", ", "; there are ", ""));
  }

  private Dut process(List<String> command) throws DutFailure {
    return open(() -> ChildLink.start(command));
  }

  private Dut library(Path library) throws DutFailure {
    if (!Files.isRegularFile(library)) {
      throw unreachable("there is no file " + library);
    }
    return open(() -> ChildLink.start(HostCommand.of(library)));
  }

  private Dut open(StreamDut.Starter starter) throws DutFailure {
    return StreamDut.open(starter, patience, suite);
  }

  private static DutFailure unreachable(String why) {
    return new DutFailure(Ending.EXITED, why);
  }

  private Dut socket(String target) throws DutFailure {
    int colon = target.lastIndexOf(':');
    String port = target.substring(colon + 1);
    if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new IllegalArgumentException("tcp: wants HOST:PORT, not '" + target + "'");
    }
    String host = target.substring(0, colon).replaceAll("^\\[|]$", "");
    return open(() -> SocketLink.connect(host, Integer.parseInt(port), reach));
  }

  private static Dut batches(Path folder) throws DutFailure, IOException {
    Path claim = folder.resolve("claim.json");
    if (!Files.isRegularFile(claim)) {
      throw unreachable("there is no " + claim + "; write into it what would be said to HELLO");
    }
    Claim claimed = Claim.of(Files.readAllBytes(claim));
    return Files.isDirectory(folder.resolve("out"))
        ? new BatchReader(folder, claimed)
        : new BatchWriter(folder, claimed);
  }
}
