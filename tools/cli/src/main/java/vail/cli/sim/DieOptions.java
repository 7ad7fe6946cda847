package vail.cli.sim;

import java.util.Optional;
import picocli.CommandLine.Option;
import vail.cli.Names;
import vail.cli.UsageException;
import vail.json.JsonObject;
import vail.sim.live.LiveOptions.Transport;

/** How dies that really run are run. */
final class DieOptions {
  @Option(
      names = "--transport",
      paramLabel = "NAME",
      description =
          "--mode live: socket, a connection for each link, or memory, references within one JVM"
              + " (default: socket).")
  private Optional<Transport> transport = Optional.empty();

  @Option(
      names = "--dilation",
      paramLabel = "N",
      description =
          "--mode live: how many times slower than the modelled ones links and codecs are, so that"
              + " this computer's own time hardly counts; 0 holds nothing back and measures this"
              + " computer (default: as slow as need be).")
  private Optional<Long> dilation = Optional.empty();

  void checkUnused() {
    if (transport.isPresent() || dilation.isPresent()) {
      throw new UsageException("--transport and --dilation: only --mode live runs dies");
    }
  }

  Transport transport() {
    return transport.orElse(Transport.SOCKET);
  }

  Optional<Long> dilation() {
    if (dilation.filter(given -> given < 0).isPresent()) {
      throw new UsageException("--dilation: 0 or more is accepted, not " + dilation.get());
    }
    return dilation;
  }

  /** Adds what decides a run to what decides the bytes. */
  JsonObject words(JsonObject values) {
    JsonObject.Builder all = JsonObject.builder();
    values.fields().forEach(all::put);
    return all.put("transport", Names.of(transport()))
        .put("dilation", dilation.map(String::valueOf).orElse("as need be"))
        .build();
  }
}
