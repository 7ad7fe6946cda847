package vail.conform.coverage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vail.conform.coverage.Factors.Factor;
import vail.conform.vector.Data;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;
import vail.json.JsonObject;

/**
 * What a set covers.
 *
 * @param requested combinations of the {@link Factors} that encoders are asked for
 * @param coded the same within blocks that came out coded, of the factors that matter there
 * @param clauses how many vectors cite each clause
 * @param faults how many vectors want each class of fault first
 */
public record Coverage(
    Share requested,
    Share coded,
    SortedMap<String, Integer> clauses,
    SortedMap<String, Integer> faults) {
  /** The factors of a coded block: the rest only decides whether it becomes one. */
  private static final Set<String> OF_CODED =
      Set.of("symbols", "lanes", "word", "book", "distribution", "bias");

  /**
   * A part of a whole.
   *
   * @param strength how many factors at a time
   * @param feasible combinations that a legal request can have
   * @param covered combinations that some vector has
   * @param missing the others, as text
   */
  public record Share(int strength, int feasible, int covered, List<String> missing) {
    /** Hundredths of a percent, rounded down: 10,000 only if nothing is missing. */
    public int hundredths() {
      return (int) (10_000L * covered / feasible);
    }
  }

  /** Takes copies. */
  public Coverage {
    clauses = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(clauses));
    faults = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(faults));
  }

  /** Measures a set, two factors at a time. */
  public static Coverage of(VectorSet set) {
    return of(set.vectors(), 2);
  }

  /** Measures vectors, some factors at a time. */
  public static Coverage of(Iterable<Vector> vectors, int strength) {
    Tuples requested = new Tuples(Factors.ALL, strength);
    Tuples coded = new Tuples(codedFactors(), strength);
    SortedMap<String, Integer> clauses = new TreeMap<>();
    SortedMap<String, Integer> faults = new TreeMap<>();
    for (Vector vector : vectors) {
      Optional<List<Set<String>>> labels = Classifier.of(vector);
      labels.ifPresent(requested::see);
      if (labels.isPresent() && isCoded(vector)) {
        coded.see(codedOnly(labels.get()));
      }
      vector.clauses().forEach(clause -> clauses.merge(clause, 1, Integer::sum));
      if (vector.body() instanceof Exchange(var request, Expect.Failure failure)) {
        faults.merge(failure.anyOf().getFirst().name(), 1, Integer::sum);
      }
    }
    return new Coverage(share(requested, strength), share(coded, strength), clauses, faults);
  }

  private static Share share(Tuples tuples, int strength) {
    return new Share(strength, tuples.feasible(), tuples.seen(), tuples.missing());
  }

  /** Blocks of more symbols than a streamed one may have are coded only where coding pays. */
  private static List<Factor> codedFactors() {
    return Factors.ALL.stream()
        .filter(factor -> OF_CODED.contains(factor.name()))
        .map(factor -> new Factor(factor.name(), withoutLargest(factor)))
        .toList();
  }

  private static List<String> withoutLargest(Factor factor) {
    return factor.values().stream().filter(value -> !value.equals("65536")).toList();
  }

  private static List<Set<String>> codedOnly(List<Set<String>> labels) {
    return java.util.stream.IntStream.range(0, labels.size())
        .filter(i -> OF_CODED.contains(Factors.ALL.get(i).name()))
        .mapToObj(labels::get)
        .toList();
  }

  private static boolean isCoded(Vector vector) {
    return vector.body() instanceof Exchange(var request, Expect.Bytes(Data block))
        && block.bytes()[0] != 0
        && block.bytes()[0] != -1;
  }

  /** The measure for a manifest. */
  public JsonObject json() {
    return JsonObject.builder()
        .put("requested", json(requested))
        .put("coded", json(coded))
        .put("clauses", json(clauses))
        .put("faults", json(faults))
        .build();
  }

  private static JsonObject json(Share share) {
    return JsonObject.builder()
        .put("strength", share.strength)
        .put("feasible", share.feasible)
        .put("covered", share.covered)
        .build();
  }

  private static JsonObject json(SortedMap<String, Integer> counts) {
    JsonObject.Builder out = JsonObject.builder();
    counts.forEach(out::put);
    return out.build();
  }

  /** Clauses of a list that no vector cites. */
  public SortedSet<String> uncited(Set<String> all) {
    Set<String> left = new HashSet<>(all);
    left.removeAll(clauses.keySet());
    return new TreeSet<>(left);
  }
}
