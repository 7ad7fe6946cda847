package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CitationsTest {
  private static final List<Clause> CLAUSES = Specification.read().clauses();

  @Test
  void everyClauseIsCitedByCodeThatCarriesItOut() {
    assertEquals(List.of(), uncited(Citations.in("main")));
  }

  @Test
  void everyClauseIsCitedByATest() {
    assertEquals(List.of(), uncited(Citations.in("test")));
  }

  @Test
  void everyCitationNamesAClause() {
    Set<String> known = CLAUSES.stream().map(Clause::id).collect(Collectors.toSet());
    Map<String, Set<String>> inMain = Citations.in("main").filesByClause();
    Map<String, Set<String>> inTests = Citations.in("test").filesByClause();
    inMain.keySet().removeAll(known);
    inTests.keySet().removeAll(known);

    assertEquals(Map.of(), inMain);
    assertEquals(Map.of(), inTests);
  }

  @Test
  void noNumberIsGivenTwice() {
    List<String> ids = CLAUSES.stream().map(Clause::id).toList();

    assertEquals(ids.stream().distinct().sorted().toList(), ids.stream().sorted().toList());
  }

  @Test
  void readsRunsAndSkipsWhatOnlyLooksAlike() {
    String run = "/** B-10 to\n * B" + "-12. */ int utfB" + "-13; // C" + "-011, (V" + "-07)";

    assertEquals(
        Map.of("B-10", Set.of("X"), "B-11", Set.of("X"), "B-12", Set.of("X"), "V-07", Set.of("X")),
        Citations.of("X", run).filesByClause());
  }

  private static List<String> uncited(Citations citations) {
    return CLAUSES.stream()
        .filter(clause -> !citations.filesByClause().containsKey(clause.id()))
        .map(clause -> clause.id() + " " + clause.title())
        .toList();
  }
}
