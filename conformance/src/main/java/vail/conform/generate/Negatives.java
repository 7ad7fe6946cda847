package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.conform.vector.Data;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Fault;

/** Collects broken blocks, numbers them within their fault, and sees that each is what it says. */
final class Negatives {
  private final String prefix;
  private final SortedMap<String, Integer> numbers = new TreeMap<>();
  private final List<Vector> vectors = new ArrayList<>();

  /** Collects under ids that start so. */
  Negatives(String prefix) {
    this.prefix = prefix;
  }

  /** A broken block of a base. */
  void add(Breach of, Base base, String what, byte[] block) {
    add(of, base.draft(id(of), what + ": " + base), block);
  }

  /** A broken block without a book. */
  void add(Breach of, String what, byte[] block) {
    add(of, new Draft(id(of), what), block);
  }

  private void add(Breach of, Draft draft, byte[] block) {
    draft.cites(of.clauses()).hunts(of.flags());
    vectors.add(
        draft.refused(Kind.DECODE_NEGATIVE, new Request.Decode(Data.of(block)), of.fault()));
  }

  /** A broken block that hardware may refuse for other reasons, too, which then come second. */
  void addAnyOf(Breach of, Base base, String what, byte[] block, List<Fault> others) {
    Draft draft = base.draft(id(of), what + ": " + base).cites(of.clauses()).hunts(of.flags());
    vectors.add(draft.refusedAnyOf(new Request.Decode(Data.of(block)), of.fault(), others));
  }

  private String id(Breach of) {
    String name = of.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    int number = numbers.merge(name, 1, Integer::sum);
    return Text.of("%s.%s.%04d", prefix, name, number);
  }

  List<Vector> vectors() {
    return List.copyOf(vectors);
  }
}
