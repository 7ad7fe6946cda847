package vail.cli.sim;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vail.cli.UsageException;
import vail.sim.model.Die;
import vail.sim.model.Service;
import vail.sim.net.Rate;

/** How fast and how good codecs are; the figures of an assumed hardware codec unless given. */
final class CodecOptions {
  private static final Speed FREE = new Speed(Rate.UNBOUNDED, Rate.UNBOUNDED);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--codec",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "none,single,three",
      description =
          "none, single, three; auto: each hop decides by itself, from its link, its bytes and"
              + " codecs; best: the fastest of the first three. Several make a row each (default:"
              + " none,single,three).")
  private List<Policy> policies = List.of();

  @Option(
      names = "--codec-rate",
      paramLabel = "RATE",
      defaultValue = "200GB/s",
      converter = Speed.Converter.class,
      description = "Of each encoder, decoder and histogram, raw bytes (default: 200GB/s).")
  private Speed rate = FREE;

  @Option(
      names = "--codec-latency",
      paramLabel = "TIME",
      defaultValue = "20ns",
      converter = Span.Converter.class,
      description = "Of encoding and of decoding (default: 20ns).")
  private Span latency = new Span(0);

  @Option(
      names = "--tree-time",
      paramLabel = "TIME",
      defaultValue = "1us",
      converter = Span.Converter.class,
      description = "To make a codebook, in three stages (default: 1us).")
  private Span tree = new Span(0);

  @Option(
      names = "--ratio",
      paramLabel = "R",
      defaultValue = Coding.BF16,
      description =
          "Coded to raw size with a fixed codebook; one of a frame's own makes it 0.5 %% less. Where"
              + " bytes are moved, what is seen counts, and only hops that decide by themselves go by this (default: "
              + Coding.BF16
              + ").")
  private BigDecimal ratio = BigDecimal.ONE;

  @Option(
      names = "--codebook",
      paramLabel = "BYTES",
      defaultValue = "256",
      description = "Of the codebook that goes with a frame of three stages (default: 256).")
  private int book;

  @Option(
      names = "--codecs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Encoders and decoders of each die; its ports share them (default: 1).")
  private int units;

  @Option(
      names = "--reduce-rate",
      paramLabel = "RATE",
      converter = Speed.Converter.class,
      description = "At which a die adds (default: adding takes no time).")
  private Speed reduce = FREE;

  Set<Policy> policies() {
    return EnumSet.copyOf(policies);
  }

  /** Those that were asked for, or of the usual ones those that are possible, if any is. */
  Set<Policy> policies(Predicate<Policy> possible) {
    Set<Policy> chosen = policies();
    if (!command.commandLine().getParseResult().hasMatchedOption("--codec")) {
      chosen.removeIf(possible.negate());
    }
    return chosen.isEmpty() ? policies() : chosen;
  }

  Die die() {
    if (units < 1) {
      throw new UsageException("--codecs: 1 or more is accepted, not " + units);
    }
    Service coder = new Service(units, latency.picoseconds(), rate.rate());
    return new Die(
        new Service(units, 0, rate.rate()),
        new Service(units, tree.picoseconds(), Rate.UNBOUNDED),
        coder,
        coder,
        reduce.equals(FREE) ? Service.FREE : new Service(units, 0, reduce.rate()),
        Service.FREE);
  }

  Coding coding() {
    return new Coding(ratio, book);
  }
}
