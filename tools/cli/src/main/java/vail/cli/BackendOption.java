package vail.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.ClockedBackend;
import vail.backend.Probe;
import vail.backend.TimedBackend;
import vail.block.Layout;
import vail.code.BookClass;

/** The option that names who codes. */
public final class BackendOption {
  /** The fastest first; the first of them that is ready codes unless another is named. */
  private static final List<String> USUAL = List.of("java-scalar", "java-reference");

  private static final String TRACED = "rtl-sim";

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = {
        "Who codes (default: the fastest that is always there); see 'vail backends'.",
        "NAME:DEVICE for one on a device, e.g. board:sim."
      })
  private Optional<String> name = Optional.empty();

  /** The name of the one that codes. */
  public String name() {
    return name.or(() -> USUAL.stream().filter(BackendOption::isReady).findFirst())
        .orElse(USUAL.getFirst());
  }

  /**
   * Opens the backend; the caller closes it.
   *
   * @throws AbsentException if it cannot run here
   */
  public Backend open() {
    String wanted = name();
    return switch (probe(wanted)) {
      case Probe.Ready(Backend backend) -> backend;
      case Probe.Absent(String reason) ->
          throw new AbsentException("backend " + wanted, why(wanted, reason));
    };
  }

  /**
   * Opens the one that is named, which must be a device that tells what its work costs: a {@link
   * ClockedBackend} or a {@link TimedBackend}; or the first circuit there is.
   *
   * @throws AbsentException if it cannot run here
   * @throws UsageException if it is no device
   */
  public Backend openDevice() {
    if (name.isPresent()) {
      Backend backend = open();
      if (backend instanceof ClockedBackend || backend instanceof TimedBackend) {
        return backend;
      }
      backend.close();
      throw new UsageException("--backend " + name() + " has no clock; see 'vail backends'");
    }
    List<String> absent = new ArrayList<>();
    for (BackendProvider provider : Backends.providers()) {
      switch (probe(provider.name())) {
        case Probe.Ready(ClockedBackend clocked) -> {
          return clocked;
        }
        case Probe.Ready(Backend other) -> other.close();
        case Probe.Absent(String reason) -> absent.add(provider.name() + ": " + reason);
      }
    }
    throw new AbsentException(
        "a backend with a clock", "none is ready here; " + String.join("; ", absent));
  }

  /**
   * Opens the simulated circuits so that they write a waveform.
   *
   * @throws AbsentException if it cannot run here
   * @throws UsageException if another backend is named
   */
  public Backend openTraced(Path file) {
    if (!name.orElse(TRACED).equals(TRACED)) {
      throw new UsageException("--trace shows " + TRACED + ", and --backend names " + name());
    }
    return switch (probe(TRACED + ":trace=" + file.toAbsolutePath())) {
      case Probe.Ready(Backend backend) -> backend;
      case Probe.Absent(String reason) ->
          throw new AbsentException("waveforms of " + TRACED, reason);
    };
  }

  private static Probe probe(String name) {
    return KeptFolder.of(System.getenv())
        .map(kept -> Backends.probe(name, kept))
        .orElseGet(() -> Backends.probe(name));
  }

  private static boolean isReady(String name) {
    return switch (Backends.probe(name)) {
      case Probe.Ready(Backend backend) -> {
        backend.close();
        yield true;
      }
      case Probe.Absent absent -> false;
    };
  }

  /**
   * Opens the backend if it offers a layout for a class of books.
   *
   * @throws AbsentException if it does not
   */
  public Backend openFor(Layout layout, BookClass bookClass) {
    Backend backend = open();
    if (!backend.capabilities().covers(layout, bookClass)) {
      backend.close();
      throw new AbsentException(
          "backend " + name() + " for " + layout + " " + Names.of(bookClass) + " books",
          "it offers " + BackendsCommand.words(backend.capabilities()));
    }
    return backend;
  }

  private static String why(String name, String reason) {
    List<String> names = Backends.providers().stream().map(BackendProvider::name).toList();
    return names.contains(name.split(":", 2)[0])
        ? reason
        : reason + "; there are " + String.join(", ", names);
  }
}
