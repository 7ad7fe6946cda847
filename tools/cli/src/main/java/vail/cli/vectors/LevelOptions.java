package vail.cli.vectors;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import vail.cli.UsageException;
import vail.conform.Shard;
import vail.conform.generate.Extended;
import vail.conform.generate.Fresh;
import vail.conform.generate.Suite;
import vail.conform.vector.Level;
import vail.conform.vector.VectorSet;

/** The options that say which vectors are meant. */
final class LevelOptions {
  private static final Pattern SEED = Pattern.compile("(0x)?[0-9a-fA-F]{1,16}");

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "smoke, core, extended or fresh (default: core).")
  private Level level = Level.CORE;

  @Option(
      names = "--seed",
      paramLabel = "HEX",
      description = "Repeat the fresh vectors of a seed (default: a new one, which is printed).")
  private Optional<String> seed = Optional.empty();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Of the extended level the I-th of N parts only (default: 1/1).")
  private Optional<String> shard = Optional.empty();

  Level level() {
    if (seed.isPresent() && level != Level.FRESH) {
      throw new UsageException("--seed goes with --level fresh");
    }
    if (shard.isPresent() && level != Level.EXTENDED) {
      throw new UsageException("--shard goes with --level extended");
    }
    return level;
  }

  /** The vectors: stored ones as they are, others made now. */
  VectorSet load() {
    return switch (level()) {
      case SMOKE, CORE -> VectorSet.load(level);
      case EXTENDED -> extended();
      case FRESH -> Fresh.of(seed());
    };
  }

  /** The vectors, all of them made now. */
  VectorSet made() {
    return switch (level()) {
      case SMOKE, CORE -> Suite.set(level);
      case EXTENDED -> extended();
      case FRESH -> Fresh.of(seed());
    };
  }

  /** The named seed, or a new one: the only random number that no seed repeats. */
  private long seed() {
    String text = seed.orElseGet(() -> "%016x".formatted(new SecureRandom().nextLong()));
    if (!SEED.matcher(text).matches()) {
      throw new UsageException("--seed " + text + ": accepted are 1 to 16 hexadecimal digits");
    }
    return Long.parseUnsignedLong(text.startsWith("0x") ? text.substring(2) : text, 16);
  }

  private VectorSet extended() {
    try {
      Shard part = shard.map(Shard::parse).orElse(Shard.WHOLE);
      return new Extended().set(part.number() - 1, part.of());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--shard: " + e.getMessage());
    }
  }
}
