package vail.conform.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vail.conform.vector.Needs;
import vail.conform.vector.Vector;
import vail.conform.wire.Claim;
import vail.conform.wire.Request;

/**
 * What of a vector's needs an implementation does not claim.
 *
 * @param missing in words, e.g. {@code lanes 2}; empty if all is claimed
 * @param mayBeAsked whether the protocol lets everybody be asked for what is missing
 */
record Coverage(List<String> missing, boolean mayBeAsked) {
  /** Parts of the protocol that only those are asked for who name them. */
  private static final Set<String> ON_REQUEST =
      Set.of(
          "role map",
          "role cabi",
          "role flow",
          "feature raw",
          "feature previous",
          "feature limits");

  /** Roles of vectors, in the words of a claim; books belong to every claim. */
  private static final Map<String, String> ROLES = Map.of("mapping", "map");

  /** What is missing for the steps of a vector; for one without steps, its own needs count. */
  static Coverage of(Vector vector, List<Step> steps, Claim claim) {
    Needs needs = vector.needs();
    List<String> missing = new ArrayList<>();
    Set<String> roles =
        needs.roles().stream()
            .filter(role -> !role.equals("book"))
            .map(role -> ROLES.getOrDefault(role, role))
            .collect(Collectors.toCollection(TreeSet::new));
    note(missing, "role", roles, claim.roles());
    note(missing, "feature", features(needs, steps), claim.features());
    note(missing, "lanes", needs.lanes(), claim.lanes());
    note(missing, "words", needs.words(), claim.words());
    note(missing, "class", needs.classes(), claim.classes());
    if (needs.symbols() > claim.maxSymbols()) {
      missing.add("blocks of " + needs.symbols() + " symbols");
    }
    if (vector.books().size() > claim.maxBooks()) {
      missing.add(vector.books().size() + " books");
    }
    return new Coverage(missing, missing.stream().noneMatch(ON_REQUEST::contains));
  }

  /** Raw blocks, say, are decoded by everybody: what needs a claim is to ask for one. */
  private static Set<String> features(Needs needs, List<Step> steps) {
    Set<String> features = new TreeSet<>(needs.features());
    features.removeAll(Set.of(BEST, "raw", "previous", "limits"));
    steps.forEach(step -> asked(step.request()).ifPresent(features::add));
    return features;
  }

  private static Optional<String> asked(Request request) {
    return switch (request) {
      case Request.DecodeWithin within -> Optional.of("limits");
      case Request.EncodeWithin within -> Optional.of("limits");
      case Request.Encode encode when encode.slot() == Request.RAW -> Optional.of("raw");
      case Request.Encode encode when encode.bias() == Request.PREVIOUS -> Optional.of("previous");
      case Request.Best best when best.biases().contains(Request.PREVIOUS) ->
          Optional.of("previous");
      case Request.Encode encode -> Optional.empty();
      case Request.Best best -> Optional.empty();
      case Request.Hello hello -> Optional.empty();
      case Request.Book book -> Optional.empty();
      case Request.Decode decode -> Optional.empty();
      case Request.Train train -> Optional.empty();
      case Request.Reset reset -> Optional.empty();
      case Request.Split split -> Optional.empty();
      case Request.Join join -> Optional.empty();
      case Request.Call call -> Optional.empty();
    };
  }

  /** Whoever encodes is asked for it, and may decline by a refusal. */
  static final String BEST = "best";

  /** Whether a refusal with UNSUPPORTED_FEATURE declines a vector. */
  static boolean declinable(Vector vector, Claim claim) {
    return vector.needs().features().contains(BEST) && !claim.features().contains(BEST);
  }

  private static <T> void note(
      List<String> missing, String what, Collection<T> needed, Set<T> claimed) {
    needed.stream().filter(n -> !claimed.contains(n)).forEach(n -> missing.add(what + " " + n));
  }

  boolean complete() {
    return missing.isEmpty();
  }

  String words() {
    return "not claimed: " + String.join(", ", missing);
  }
}
