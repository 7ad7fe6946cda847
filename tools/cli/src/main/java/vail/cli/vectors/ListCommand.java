package vail.cli.vectors;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vail.cli.Exit;
import vail.cli.Shell;
import vail.cli.Table;
import vail.conform.coverage.Coverage;
import vail.conform.coverage.Coverage.Share;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** Lists vectors, or measures what they cover. */
@Command(name = "list", description = "List vectors, or print what they cover.")
public final class ListCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private LevelOptions levels;

  @Option(names = "--coverage", description = "Measure what the vectors cover instead.")
  private boolean coverage;

  @Option(
      names = "--strength",
      paramLabel = "N",
      description = "With --coverage: so many dimensions at a time, 2 or 3 (default: 2).")
  private int strength = 2;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A command of this shell. */
  public ListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (strength < 2 || strength > 3) {
      throw new vail.cli.UsageException("--strength " + strength + ": accepted are 2 and 3");
    }
    VectorSet set = levels.load();
    if (coverage) {
      measure(set);
    } else {
      list(set);
    }
    return Exit.DONE.code();
  }

  private void list(VectorSet set) {
    if (json) {
      List<JsonObject> rows = set.vectors().stream().map(ListCommand::document).toList();
      shell.print(document(set).put("vectors", JsonArray.of(rows)).build());
      return;
    }
    Table table = new Table("llll", "id", "kind", "level", "title");
    for (Vector vector : set.vectors()) {
      table.row(vector.id(), vector.kind().label(), vector.duty().name(), vector.title());
    }
    shell.print(table.text());
  }

  private static JsonObject document(Vector vector) {
    return JsonObject.builder()
        .put("id", vector.id())
        .put("kind", vector.kind().label())
        .put("level", vector.duty().name())
        .put("title", vector.title())
        .put("spec", JsonArray.of(vector.clauses().stream().map(JsonValue::of).toList()))
        .build();
  }

  private static JsonObject.Builder document(VectorSet set) {
    return JsonObject.builder()
        .put("schema", "vail-vector-list/1")
        .put("level", set.level().label())
        .put("suite", set.suite());
  }

  private void measure(VectorSet set) {
    Coverage measured = Coverage.of(set.vectors(), strength);
    if (json) {
      shell.print(
          document(set)
              .put("count", set.vectors().size())
              .put("coverage", measured.json())
              .build());
      return;
    }
    String at = strength == 2 ? "pairs" : "triples";
    shell.println("%d vectors of level %s".formatted(set.vectors().size(), set.level().label()));
    shell.println(at + " of what encoders are asked: " + words(measured.requested()));
    shell.println(at + " within blocks that came out coded: " + words(measured.coded()));
    Table faults = new Table("lr", "fault wanted first", "vectors");
    measured.faults().forEach((fault, count) -> faults.row(fault, Integer.toString(count)));
    Table clauses = new Table("lr", "clause", "vectors");
    measured.clauses().forEach((clause, count) -> clauses.row(clause, Integer.toString(count)));
    shell.print(faults.text() + clauses.text());
  }

  private static String words(Share share) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d of %d feasible, %d.%02d %%"
            .formatted(
                share.covered(),
                share.feasible(),
                share.hundredths() / 100,
                share.hundredths() % 100));
    share.missing().stream().limit(10).forEach(tuple -> text.append("\n  missing: ").append(tuple));
    return text.toString();
  }
}
