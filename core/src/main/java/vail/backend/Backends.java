package vail.backend;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.function.Function;

/** All backends that the class path offers; knows none by name. */
public final class Backends {
  private Backends() {}

  /** The providers that stand where this module stands, by name. */
  public static List<BackendProvider> providers() {
    return ServiceLoader.load(BackendProvider.class, Backends.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(BackendProvider::name))
        .toList();
  }

  /**
   * Looks for one backend; a name nobody offers is absent.
   *
   * @param name of a backend, or {@code NAME:DEVICE} for one on a device
   */
  public static Probe probe(String name) {
    return probe(name, BackendProvider::probe, BackendProvider::probeOn);
  }

  /** The same with a folder for {@link BackendProvider#probe(Path)}. */
  public static Probe probe(String name, Path kept) {
    return probe(
        name,
        provider -> provider.probe(kept),
        (provider, device) -> provider.probeOn(device, kept));
  }

  private static Probe probe(
      String name,
      Function<BackendProvider, Probe> look,
      BiFunction<BackendProvider, String, Probe> lookOn) {
    String[] parts = name.split(":", 2);
    for (BackendProvider provider : providers()) {
      if (provider.name().equals(parts[0])) {
        return parts.length == 1 ? look.apply(provider) : lookOn.apply(provider, parts[1]);
      }
    }
    return new Probe.Absent("no provider of that name is on the class path");
  }
}
