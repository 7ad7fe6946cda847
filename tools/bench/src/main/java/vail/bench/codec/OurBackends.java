package vail.bench.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.ClockedBackend;
import vail.backend.Probe;
import vail.block.Layout;
import vail.bridge.abi.LibraryBackend;
import vail.bridge.simd.NativeSimdProvider;
import vail.code.BookClass;
import vail.fault.Limits;
import vail.tensor.PlaneKernels;

/** Every backend there is, the native one by level, each with the layouts it codes. */
public final class OurBackends implements AutoCloseable {
  private static final List<String> NATIVE_LEVELS =
      List.of("avx512", "avx2", "portable", "reference");

  /** What codes in the thread that calls it; others are devices or simulations. */
  private static final Set<String> IN_THREAD =
      Set.of("java-reference", "java-scalar", "java-vector", "native-simd");

  /** Too slow for more than one layout to be of interest. */
  private static final Set<String> SLOW = Set.of("java-reference", "reference");

  private static final List<Named> LAYOUTS =
      List.of(
          new Named("portable", Layout.PORTABLE),
          new Named("wide", Layout.WIDE),
          new Named("link", Layout.LINK));

  private record Named(String name, Layout layout) {}

  private final List<Backend> opened = new ArrayList<>();
  private final List<Contender> contenders = new ArrayList<>();

  /** Looks for all; those that are ready stay open until this is closed. */
  public OurBackends() {
    for (BackendProvider provider : Backends.providers()) {
      if (provider instanceof NativeSimdProvider levels) {
        NATIVE_LEVELS.forEach(level -> add(provider.name(), level, probe(levels, level)));
      } else {
        add(provider.name(), "", provider.probe());
      }
    }
  }

  /**
   * The fastest there is to take tensors apart, for the peers too: they are to be compared as
   * coders.
   */
  public PlaneKernels planes() {
    return opened.stream()
        .filter(LibraryBackend.class::isInstance)
        .map(Backend::planes)
        .findFirst()
        .orElse(PlaneKernels.JAVA);
  }

  /** Whether it is the C that every processor runs. */
  public static boolean isPortable(Label label) {
    return label.codec().equals("native-simd") && label.level().equals("portable");
  }

  /** All of them, by name. */
  public List<Contender> contenders() {
    return List.copyOf(contenders);
  }

  /** The library says in numbers that a level does not run here. */
  private static Probe probe(NativeSimdProvider provider, String level) {
    if (provider.probe() instanceof Probe.Ready(LibraryBackend any)
        && !List.of(any.says("levels").split(",")).contains(level)) {
      return new Probe.Absent(
          "this processor lacks its instructions; it has what these need: " + any.says("levels"));
    }
    return provider.probe("level=" + level);
  }

  private void add(String name, String level, Probe probe) {
    switch (probe) {
      case Probe.Absent(String reason) ->
          contenders.add(new Contender.Absent(new Label(name, level, ""), reason));
      case Probe.Ready(ClockedBackend circuit) -> {
        circuit.close();
        contenders.add(
            new Contender.Absent(
                new Label(name, level, ""), "its speed is that of its clock; see 'vail offload'"));
      }
      case Probe.Ready(Backend backend) -> {
        opened.add(backend);
        layouts(name, level, backend)
            .forEach(layout -> contenders.add(contender(name, level, layout, backend)));
      }
    }
  }

  private static List<Named> layouts(String name, String level, Backend backend) {
    int most = SLOW.contains(name) || SLOW.contains(level) ? 1 : 2;
    return LAYOUTS.stream()
        .filter(one -> backend.capabilities().covers(one.layout(), BookClass.SHORT))
        .limit(most)
        .toList();
  }

  private static Contender contender(String name, String level, Named layout, Backend backend) {
    Layout lanes = layout.layout();
    boolean inThread = IN_THREAD.contains(name);
    return new Contender.Ready(
        new Label(name, inThread ? level : "by the wall's clock", layout.name()),
        inThread ? Contender.Place.THREAD : Contender.Place.ELSEWHERE,
        plane -> BackendCodec.coding(backend, lanes, plane),
        plane ->
            new TensorCodec(
                BackendCodec.coding(backend, lanes, plane),
                BackendCodec.raw(backend),
                backend.planes(),
                Limits.MAX_BLOCK_SYMBOLS));
  }

  @Override
  public void close() {
    opened.forEach(Backend::close);
  }
}
