package vail.conform.planted;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vail.conform.dut.DutFailure;
import vail.conform.judge.Question;
import vail.conform.judge.Result;
import vail.conform.judge.State;
import vail.conform.vector.Kind;

/**
 * Which vectors catch which bug.
 *
 * @param asked what became of the vectors that the protocol has words for, without a bug
 * @param kills the vectors that fail for a bug, bug by bug
 */
record KillMatrix(List<Result> asked, Map<Bug, List<Result>> kills) {
  private static final String INTRODUCTION =
      """
      # What `core` catches

      Made by `./vail test -P slow -pl conformance -Dtest=KillMatrixTest`, which compares this file with what it finds.

      Each row is an implementation of the whole format with one bug (`src/test/java/vail/conform/planted`), put through all
      vectors of `core` twice, seed SEED. *Due* are the states that fit the bug, *caught* the vectors that fail, by state; the
      columns after them say of which kind these vectors are.

      """;

  /** Puts every bug through the questions, several at once. */
  static KillMatrix of(List<Question> questions) {
    List<Bug> bugs = Bug.all();
    Map<Bug, List<Result>> found = new ConcurrentHashMap<>();
    bugs.parallelStream()
        .forEach(bug -> found.put(bug, results(Plant.of(bug), questions, r -> r.state().fails())));
    Map<Bug, List<Result>> kills = new LinkedHashMap<>();
    bugs.forEach(bug -> kills.put(bug, found.getOrDefault(bug, List.of())));
    return new KillMatrix(results(Plant.SOUND, questions, r -> r.state().asked()), kills);
  }

  private static List<Result> results(
      Plant plant, List<Question> questions, Predicate<Result> which) {
    try {
      return Exam.results(new PlainCodec(plant), questions).stream().filter(which).toList();
    } catch (IOException | DutFailure e) {
      throw new IllegalStateException("the plain codec cannot be asked", e);
    }
  }

  /** The bugs that no vector catches in a state that fits. */
  List<Bug> missed() {
    return kills.keySet().stream()
        .filter(b -> kills.get(b).stream().noneMatch(r -> b.states().contains(r.state())))
        .toList();
  }

  /** As the file that is published. */
  String text() {
    StringBuilder text = new StringBuilder(INTRODUCTION.replace("SEED", Long.toString(Exam.SEED)));
    text.append(
        "%d bugs, %d of them caught; %d vectors asked.%n%n"
            .formatted(kills.size(), kills.size() - missed().size(), asked.size()));
    text.append("## Bugs\n\n| bug | what is wrong | due | caught |");
    kinds().forEach(kind -> text.append(' ').append(kind.label()).append(" |"));
    text.append("\n|---|---|---|---|").append("---:|".repeat(kinds().size())).append('\n');
    kills.forEach((bug, killers) -> text.append(row(bug, killers)));
    text.append("\n## Vectors without which a bug would live\n\n| bug | vector |\n|---|---|\n");
    kills.forEach((bug, killers) -> {
      if (killers.size() == 1) {
        text.append("| %s | %s |%n".formatted(bug.id(), killers.getFirst().id()));
      }
    });
    return text.append(idle()).toString();
  }

  private static List<Kind> kinds() {
    return Arrays.stream(Kind.values()).filter(k -> k != Kind.MISUSE && k != Kind.FLOW).toList();
  }

  private static String row(Bug bug, List<Result> killers) {
    String due = bug.states().stream().sorted().map(State::name).collect(Collectors.joining(", "));
    Map<State, Integer> states = new EnumMap<>(State.class);
    killers.forEach(r -> states.merge(r.state(), 1, Integer::sum));
    String caught =
        states.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    StringBuilder row =
        new StringBuilder("| %s | %s | %s | %s |".formatted(bug.id(), bug.says(), due, caught));
    for (Kind kind : kinds()) {
      long of = killers.stream().filter(r -> r.kind().equals(kind.label())).count();
      row.append(' ').append(of == 0 ? "" : of + " ").append('|');
    }
    return row.append('\n').toString();
  }

  private String idle() {
    Map<String, Integer> caught = new HashMap<>();
    kills.values().forEach(l -> l.forEach(r -> caught.merge(r.id(), 1, Integer::sum)));
    StringBuilder text = new StringBuilder("\n## Vectors that catch none of these bugs\n\n");
    text.append("| kind | asked | catch none | which |\n|---|---:|---:|---|\n");
    for (Kind kind : kinds()) {
      List<Result> of = asked.stream().filter(r -> r.kind().equals(kind.label())).toList();
      List<String> none =
          of.stream().map(Result::id).filter(id -> !caught.containsKey(id)).toList();
      text.append(
          "| %s | %d | %d | %s |%n"
              .formatted(kind.label(), of.size(), none.size(), String.join(" ", none)));
    }
    return text.append(
            """

            They keep other implementations honest: what is one branch here is a layout, a kernel or a table elsewhere. Vectors of
            the kinds misuse and flow have no words in the protocol; the C interface and the hardware are asked them elsewhere.
            """)
        .toString();
  }
}
