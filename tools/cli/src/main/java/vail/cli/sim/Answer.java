package vail.cli.sim;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import vail.cli.Names;
import vail.cli.Units;

/** The question that a call asks, and its answer in words. */
final class Answer {
  private final Findings findings;
  private final Row none;
  private final Row subject;

  /** An answer about the largest size; without a codec it takes as long as a row says. */
  Answer(Findings findings, Row none) {
    this.findings = findings;
    this.none = none;
    subject = findings.subject();
  }

  /** Where codecs were compared with none. */
  static Optional<Answer> compared(Findings findings) {
    return findings.subject().ran() == Policy.NONE
        ? Optional.empty()
        : findings.none().map(none -> new Answer(findings, none));
  }

  String question() {
    if (findings.isBound()) {
      return "How fast may all_gather in equal steps be among %s?"
          .formatted(Units.count(findings.setup().dies(), "die"));
    }
    return subject.isHostTime() ? hostQuestion() : payQuestion();
  }

  private String hostQuestion() {
    return "How long does this computer take for %s by %s that really run?"
        .formatted(
            Names.of(findings.setup().collective()), Units.count(findings.setup().dies(), "die"));
  }

  private String payQuestion() {
    Setup setup = findings.setup();
    return "Does compression pay in %s on %s?"
        .formatted(setup.words(), Units.count(setup.dies(), "die"));
  }

  /** How many times faster the fastest codec is than none. */
  double speedUp() {
    return subject.time() == 0 ? 1 : (double) none.time() / subject.time();
  }

  boolean pays() {
    return speedUp() > 1;
  }

  /** One sentence or two. */
  String words() {
    if (findings.isBound()) {
      String words =
          "%%s at %s without a codec, %%s with messages of the size that %s makes."
              .formatted(Units.bytes(subject.size()), subject.codec());
      return Scale.both(words, none.time(), subject.time());
    }
    return subject.isHostTime() ? hostWords() : payWords();
  }

  /** Software on a few cores says nothing of links and codecs in hardware. */
  private String hostWords() {
    return ("%s%s at %s with the codec %s, by dies that were not held back. The model's %s are of links"
            + " and codecs in hardware: no comparison.")
        .formatted(
            Scale.alone(subject.time()),
            subject.lived().flatMap(Row.Lived::history).isPresent() ? " a round" : "",
            Units.bytes(subject.size()),
            subject.codec(),
            Scale.alone(subject.lived().orElseThrow().modelled()));
  }

  private String payWords() {
    String size = Units.bytes(subject.size());
    if (none.time() == 0 && subject.time() == 0) {
      return "There is nothing to gain: nothing has to be moved, so it takes no time.";
    }
    if (!subject.compresses() && subject.ran() != Policy.NONE) {
      return "No: at %s no hop would compress; without compression it takes %s."
          .formatted(size, Scale.alone(none.time()));
    }
    if (!subject.compresses()) {
      return "Not asked: without compression %s takes %s; --codec none,single,three compares."
          .formatted(size, Scale.alone(none.time()));
    }
    String times = Scale.both("%s without, %s with", none.time(), subject.time());
    return (pays()
            ? "Yes%s: at %s the codec %s makes it %s times faster (%s)."
                .formatted(from(), size, subject.codec(), number(speedUp()), times)
            : "No: at %s the fastest codec, %s, makes it %s times as fast (%s)."
                .formatted(size, subject.codec(), number(speedUp()), times))
        + binds();
  }

  private String from() {
    OptionalLong from = findings.threshold();
    boolean some = from.isPresent() && from.getAsLong() > findings.bySize().firstKey();
    return some ? ", from " + Units.bytes(from.getAsLong()) + " up" : "";
  }

  private String binds() {
    if (subject.work().isEmpty()) {
      return "";
    }
    String with = binding(subject);
    String without = none.work().isEmpty() ? with : binding(none);
    return with.equals(without)
        ? " What binds is " + with + ", with and without."
        : " What binds is %s with it, %s without.".formatted(with, without);
  }

  private static String binding(Row row) {
    String bound = row.work().map(Row.Work::bound).orElse("");
    return switch (bound) {
      case "chain" -> "the chain of steps";
      case "histogram" -> "counting of symbols";
      case "tree" -> "making of codebooks";
      case "encode" -> "encoding";
      case "decode" -> "decoding";
      case "reduce" -> "adding";
      case "copy" -> "copying";
      default -> bound;
    };
  }

  static String number(double times) {
    return String.format(Locale.ROOT, times < 0.1 ? "%.3f" : "%.2f", times);
  }
}
