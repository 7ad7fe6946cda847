package vail.bridge.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A set of kernels that do the work together. */
public enum Family {
  /** A work-item codes a block: for processors. */
  SERIAL,
  /** A group of work-items codes a block, a lane each: for devices with thousands of them. */
  LANES;

  private static final List<String> SHARED = List.of("format", "crc", "frame", "payload", "choice");

  /** The one that suits a device. */
  static Family of(Device device) {
    return device.isCpu() ? SERIAL : LANES;
  }

  /** Makes its kernels, which {@code owned} lets go. */
  Kernels kernels(Station station, Owned owned) {
    return switch (this) {
      case SERIAL -> new SerialKernels(station, owned);
      case LANES -> new LaneKernels(station, owned);
    };
  }

  /**
   * A device that is far has to have enough for all its work-items, and copies it there and back.
   */
  int bytesAtOnce() {
    return switch (this) {
      case SERIAL -> 1 << 20;
      case LANES -> 1 << 26;
    };
  }

  /**
   * Bytes of sources or of targets of a portion: a processor has all at hand; a device that is far
   * works on some while others are on their way.
   */
  long portion() {
    return switch (this) {
      case SERIAL -> 1 << 28;
      case LANES -> 1 << 25;
    };
  }

  /** Whether portions are copied, so that it pays to have several under way. */
  boolean overlaps() {
    return this == LANES;
  }

  Carrier carrier(Station station) {
    return switch (this) {
      case SERIAL -> new SharedMemory(station);
      case LANES -> new OwnMemory(station);
    };
  }

  /** All its source in one text. */
  String source() {
    StringBuilder all = new StringBuilder();
    all.append(resource(name().toLowerCase(Locale.ROOT) + "/memory"));
    SHARED.forEach(name -> all.append(resource(name)));
    files().forEach(name -> all.append(resource(name)));
    return all.toString();
  }

  private List<String> files() {
    return switch (this) {
      case SERIAL ->
          List.of(
              "serial/survey",
              "serial/check",
              "serial/payload",
              "serial/encode",
              "serial/windows",
              "serial/decode");
      case LANES ->
          List.of(
              "lanes/group",
              "lanes/survey",
              "lanes/choose",
              "lanes/pack",
              "lanes/exchange",
              "lanes/round",
              "lanes/emit",
              "lanes/frame",
              "lanes/check",
              "lanes/decode");
    };
  }

  private static String resource(String name) {
    try (InputStream file = Family.class.getResourceAsStream("/opencl/" + name + ".cl")) {
      if (file == null) {
        throw new IllegalStateException("the kernels of " + name + " are not in the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
