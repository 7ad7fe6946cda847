package vail.sim.net;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A kind of link as its makers describe it, one way.
 *
 * @param name as users write it
 * @param rate of one link
 * @param links of a die
 * @param latency in picoseconds; empty where nobody says it
 * @param energy in picojoules a bit; empty where nobody says it
 * @param note what the numbers are
 */
public record Preset(
    String name, Rate rate, int links, OptionalLong latency, OptionalDouble energy, String note) {
  private static final long NS = 1000;
  private static final long US = 1_000_000;
  private static final double UNKNOWN = -1;
  private static final long UNKNOWN_LATENCY = -1;

  private static final List<Preset> ALL =
      List.of(
          of("ucie-s-16", 32, 1, 2 * NS, 0.5, "x16, 16 GT/s; adapter and PHY, without the wire"),
          of("ucie-s-32", 64, 1, 2 * NS, 0.6, "x16, 32 GT/s"),
          of("ucie-s-64", 128, 1, 2 * NS, UNKNOWN, "x16, 64 GT/s, UCIe 3.0"),
          of("ucie-a-32", 256, 1, 2 * NS, 0.3, "x64, 32 GT/s"),
          of("ucie-a-64", 512, 1, 2 * NS, UNKNOWN, "x64, 64 GT/s, UCIe 3.0"),
          of("bow-16", 32, 1, 3 * NS, 0.2, "slice of 16 wires; typical, calibrate"),
          of("nvlink-c2c", 450, 1, 5 * NS, 1.3, "10 links of 45 GB/s; interface only"),
          of("nvlink4", 450, 1, 3400 * NS, UNKNOWN, "H100, 18 links of 25 GB/s; a step of NCCL's"),
          of("nvlink5", 900, 1, 3400 * NS, UNKNOWN, "B200, 18 links of 50 GB/s; a step of NCCL's"),
          new Preset(
              "hgx-h100-astra",
              Rate.ofBytesPerSecond(400L << 30),
              1,
              OptionalLong.of(936_250),
              OptionalDouble.empty(),
              "400 GB of 2^30 bytes a second, a calibrated switch"),
          of("ici-v4", 45, 6, US, UNKNOWN, "a link of a 3-D torus"),
          of("ici-v5e", 45, 4, US, UNKNOWN, "a link of a 2-D torus"),
          of("ici-v5p", 90, 6, US, UNKNOWN, "a link of a 3-D torus; 100 GB/s nominal"),
          of("ici-v6e", 90, 4, US, UNKNOWN, "a link of a 2-D torus; 100 GB/s nominal"),
          of("ici-ironwood", 100, 6, US, UNKNOWN, "a link of a 3-D torus of up to 9216"),
          of("xgmi-mi300x", 64, 7, UNKNOWN_LATENCY, UNKNOWN, "a link to each of 7 others"),
          new Preset(
              "mi350-pkg",
              Rate.ofBytesPerSecond(76_800_000_000L),
              7,
              OptionalLong.empty(),
              OptionalDouble.empty(),
              "between packages; direction not stated"),
          of("mi350-iod", 2750, 1, UNKNOWN_LATENCY, UNKNOWN, "between dies of a package"),
          of("pcie5-x16", 63, 1, US, UNKNOWN, "typical, calibrate"),
          of("ndr400", 50, 1, 3 * US, UNKNOWN, "typical, calibrate"),
          new Preset(
              "eth100",
              Rate.ofBytesPerSecond(12_500_000_000L),
              1,
              OptionalLong.of(7 * US),
              OptionalDouble.empty(),
              "typical, calibrate"),
          new Preset(
              "eth10",
              Rate.ofBytesPerSecond(1_250_000_000L),
              1,
              OptionalLong.of(30 * US),
              OptionalDouble.empty(),
              "typical, calibrate"),
          of("dcn-tpu", 25, 1, 10 * US, UNKNOWN, "a host's share; typical, calibrate"));

  private static Preset of(
      String name, long gigabytes, int links, long latency, double energy, String note) {
    return new Preset(
        name,
        Rate.ofGigabytes(gigabytes),
        links,
        latency < 0 ? OptionalLong.empty() : OptionalLong.of(latency),
        energy < 0 ? OptionalDouble.empty() : OptionalDouble.of(energy),
        note);
  }

  /** All that are known. */
  public static List<Preset> all() {
    return ALL;
  }

  /** The one of a name. */
  public static Optional<Preset> find(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }
}
