package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import vail.cli.sim.page.DriftChart;
import vail.sim.bytes.Certificate;
import vail.sim.live.BookEvent;
import vail.sim.live.RoundDrift;

/**
 * What became of a book over several rounds.
 *
 * @param campaign that they were done for
 * @param rounds in their order
 * @param happenings in their order
 */
record History(Campaign campaign, List<Round> rounds, List<Happening> happenings) {
  /** Takes copies. */
  History {
    rounds = List.copyOf(rounds);
    happenings = List.copyOf(happenings);
  }

  /**
   * One round.
   *
   * @param drift of the values from the book
   * @param values what they are called
   * @param ended nanoseconds after the run began
   * @param nanos that it took
   * @param certificate that nothing was lost
   */
  record Round(RoundDrift drift, String values, long ended, long nanos, Certificate certificate) {}

  /**
   * Something that happened to the book.
   *
   * @param event what
   * @param at nanoseconds after the run began
   */
  record Happening(BookEvent event, long at) {}

  /**
   * Rounds in a row with the same values and the same edition.
   *
   * @param rounds one or more
   */
  record Span(List<Round> rounds) {
    int edition() {
      return rounds.getFirst().drift.edition();
    }

    String values() {
      return rounds.getFirst().values;
    }

    /** Its first round and its last. */
    String words() {
      int first = rounds.getFirst().drift.round();
      int last = rounds.getLast().drift.round();
      return first == last ? String.valueOf(first) : first + "-" + last;
    }

    double ratio() {
      long raw = rounds.stream().mapToLong(each -> each.drift.rawBytes()).sum();
      long bytes = rounds.stream().mapToLong(each -> each.drift.bytes()).sum();
      return raw == 0 ? 1 : (double) bytes / raw;
    }

    double excess() {
      return rounds.stream().mapToDouble(each -> each.drift.excess()).average().orElse(0);
    }

    private boolean takes(Round next) {
      return edition() == next.drift.edition() && values().equals(next.values);
    }
  }

  /** Before, during and after each change of values or of the book. */
  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (Round round : rounds) {
      if (spans.isEmpty() || !spans.getLast().takes(round)) {
        spans.add(new Span(new ArrayList<>()));
      }
      spans.getLast().rounds.add(round);
    }
    return spans;
  }

  /** What happened to the book. */
  List<BookEvent> events() {
    return happenings.stream().map(Happening::event).toList();
  }

  /** For a picture. */
  DriftChart.Story story() {
    return campaign.story(rounds.stream().map(Round::drift).toList(), events());
  }

  /** How often all dies changed to another edition. */
  long refreshes() {
    return events().stream().filter(each -> each.kind() == BookEvent.Kind.COMMITTED).count();
  }

  /** Rounds of which every value is right. */
  long right() {
    return rounds.stream().filter(each -> each.certificate.holds()).count();
  }
}
