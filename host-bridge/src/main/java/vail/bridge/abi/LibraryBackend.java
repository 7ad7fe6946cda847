package vail.bridge.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vail.backend.Backend;
import vail.backend.Capabilities;
import vail.backend.Feature;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.EncodePolicy;
import vail.bridge.PerBooks;
import vail.code.BookClass;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.tensor.PlaneKernels;

/**
 * A library behind {@code vail.h} as a backend. Arrays and native memory are handed over as they
 * are, without a copy; native memory lets the collector run meanwhile.
 */
public final class LibraryBackend implements Backend {
  private final Map<String, String> description;
  private final PerBooks<Session> sessions;
  private final Optional<LibraryPlanes> planes;
  private final ArrayBlockingQueue<BatchImage> images =
      new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

  /**
   * A backend of a library that codes a MiB in a millisecond or less.
   *
   * @param options as the library's documentation says; may be empty
   * @throws IllegalArgumentException if the library does not grant the options
   */
  public LibraryBackend(VailLibrary library, String options) {
    this(library, options, 1 << 20);
  }

  /**
   * A backend of a library.
   *
   * @param options as the library's documentation says; may be empty
   * @param mostBytesWithArrays bytes of a call that is handed arrays: the collector waits for it
   * @throws IllegalArgumentException if the library does not grant the options
   */
  public LibraryBackend(VailLibrary library, String options, int mostBytesWithArrays) {
    try (Arena arena = Arena.ofConfined()) {
      this.description =
          library
              .describe(library.open(options, arena))
              .lines()
              .map(line -> line.split("=", 2))
              .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
    }
    this.sessions =
        new PerBooks<>(
            books -> new Session(library, options, books, mostBytesWithArrays), Session::close);
    this.planes =
        library
            .optionalFunction("vail_split2")
            .flatMap(split ->
                library
                    .optionalFunction("vail_merge2")
                    .map(merge -> new LibraryPlanes(library, options, split, merge)));
  }

  /** What the library says of itself under a key of {@code vail_describe}, or nothing. */
  public String says(String key) {
    return description.getOrDefault(key, "");
  }

  @Override
  public String name() {
    return says("name");
  }

  @Override
  public String version() {
    return (says("version") + " " + says("level")).strip();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        items("lanes").map(Integer::valueOf).collect(Collectors.toSet()),
        items("words").map(Integer::valueOf).collect(Collectors.toSet()),
        items("classes")
            .map(name -> BookClass.valueOf(name.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        features());
  }

  /** All of them, if it does not say. */
  private Set<Feature> features() {
    Set<String> said = items("features").collect(Collectors.toSet());
    return Arrays.stream(Feature.values())
        .filter(
            one -> says("features").isEmpty() || said.contains(one.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private Stream<String> items(String key) {
    return Stream.of(says(key).split(","));
  }

  @Override
  public BlockEncoder encoder() {
    return this::encode;
  }

  @Override
  public BlockDecoder decoder() {
    return this::decode;
  }

  private void encode(
      BookSet books,
      EncodePolicy policy,
      MemorySegment symbols,
      MemorySegment blocks,
      Batch batch) {
    BatchImage image = takeImage();
    image.show(batch, symbols, blocks);
    Session session = sessions.take(books);
    try {
      session.encode(books, policy, symbols, blocks, image);
    } finally {
      sessions.giveBack(session);
    }
    image.report(batch);
    images.offer(image);
  }

  private void decode(
      BookSet books, Limits limits, MemorySegment blocks, MemorySegment symbols, Batch batch) {
    BatchImage image = takeImage();
    image.show(batch, blocks, symbols);
    Session session = sessions.take(books);
    try {
      session.decode(limits, batch.release(), blocks, symbols, image);
    } finally {
      sessions.giveBack(session);
    }
    image.report(batch);
    images.offer(image);
  }

  private BatchImage takeImage() {
    BatchImage kept = images.poll();
    return kept != null ? kept : new BatchImage();
  }

  @Override
  public PlaneKernels planes() {
    return planes.isPresent() ? planes.get() : PlaneKernels.JAVA;
  }

  @Override
  public void close() {
    sessions.close();
    planes.ifPresent(LibraryPlanes::close);
  }
}
