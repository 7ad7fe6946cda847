package vail.conform.report;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.conform.judge.Evidence;
import vail.conform.judge.Result;
import vail.conform.judge.State;
import vail.conform.wire.Claim;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonValue;
import vail.json.JsonWriter;

/**
 * A run as lines of JSON: one of the exam and the claim, then one a result. It holds no dates and
 * no times, so the same run gives the same bytes.
 */
public final class RunFile {
  /** The name and version of this form. */
  public static final String SCHEMA = "vail-conform-run/1";

  private RunFile() {}

  /** The lines of a run. */
  public static String text(Run run) {
    StringBuilder lines = new StringBuilder();
    lines.append(JsonWriter.compact(head(run))).append('\n');
    run.results().forEach(r -> lines.append(JsonWriter.compact(line(r))).append('\n'));
    return lines.toString();
  }

  private static JsonObject head(Run run) {
    Run.Exam exam = run.exam();
    JsonObject.Builder head =
        JsonObject.builder()
            .put("schema", SCHEMA)
            .put("dut", exam.dut())
            .put("suite", exam.suite())
            .put("level", exam.level())
            .put("seed", exam.seedText())
            .put("only", texts(exam.only()));
    run.claim().ifPresent(claim -> head.put("claim", claim.toJson()));
    return head.build();
  }

  private static JsonObject line(Result result) {
    JsonObject.Builder line =
        JsonObject.builder()
            .put("id", result.id())
            .put("state", result.state().name())
            .put("error", result.error())
            .put("level", result.level())
            .put("kind", result.kind())
            .put("title", result.title())
            .put("clauses", texts(result.clauses()))
            .put("features", texts(result.features()));
    Evidence evidence = result.evidence();
    if (!evidence.equals(Evidence.NONE)) {
      line.put("request", evidence.request())
          .put("asked", evidence.asked())
          .put("expected", evidence.expected())
          .put("actual", evidence.actual())
          .put("difference", texts(evidence.difference()));
    }
    return line.build();
  }

  private static JsonArray texts(List<String> texts) {
    return JsonArray.of(texts.stream().map(JsonValue::of).toList());
  }

  /**
   * Reads a run.
   *
   * @throws vail.fault.VailFormatException if the file is none
   */
  public static Run read(Path file) throws IOException {
    List<JsonObject> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      MemorySegment text = MemorySegment.ofArray(line.getBytes(StandardCharsets.UTF_8));
      lines.add(JsonReader.read(text).asObject("line " + (lines.size() + 1)));
    }
    if (lines.isEmpty() || !lines.getFirst().string("schema").equals(SCHEMA)) {
      throw new vail.fault.VailFormatException(
          vail.fault.Fault.BAD_MAGIC, 0, "a run starts with a line of the schema " + SCHEMA);
    }
    JsonObject head = lines.getFirst();
    Run.Exam exam =
        new Run.Exam(
            head.string("dut"),
            head.string("suite"),
            head.string("level"),
            Long.parseUnsignedLong(head.string("seed").substring(2), 16),
            texts(head, "only"));
    Optional<Claim> claim =
        head.find("claim")
            .map(c -> Claim.of(JsonWriter.compact(c).getBytes(StandardCharsets.UTF_8)));
    return new Run(exam, claim, lines.stream().skip(1).map(RunFile::result).toList());
  }

  private static Result result(JsonObject line) {
    Evidence evidence =
        line.find("request").isEmpty()
            ? Evidence.NONE
            : new Evidence(
                line.string("request"),
                line.string("asked"),
                line.string("expected"),
                line.string("actual"),
                texts(line, "difference"));
    return new Result(
        line.string("id"),
        State.valueOf(line.string("state")),
        line.string("error"),
        line.string("level"),
        line.string("kind"),
        line.string("title"),
        texts(line, "clauses"),
        texts(line, "features"),
        evidence);
  }

  private static List<String> texts(JsonObject line, String field) {
    return line.array(field).items().stream().map(item -> item.asString(field)).toList();
  }
}
