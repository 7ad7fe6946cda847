package vail.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vail.testing.Project;

/** The clauses and examples of {@code core/spec}, read from its text. */
final class Specification {
  private static final Pattern CLAUSE = Pattern.compile("### ([BCVF]-\\d\\d) (.+)");
  private static final Pattern HEADING = Pattern.compile("##? .*");
  private static final Pattern EXAMPLE = Pattern.compile("```(?:example (\\S+)|(book|file))");

  private final List<Clause> clauses = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();

  private Specification() {}

  static Specification read() {
    Specification specification = new Specification();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(name -> name.toString().endsWith(".md")).sorted().toList()) {
        specification.read(file.getFileName().toString(), Files.readAllLines(file));
      }
      return specification;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path folder() {
    return Project.root().resolve("core/spec");
  }

  List<Clause> clauses() {
    return clauses;
  }

  /** All examples; the books and files they use are of the kinds {@code book} and {@code file}. */
  List<Example> examples() {
    return examples;
  }

  private void read(String file, List<String> lines) {
    String clause = file;
    for (int i = 0; i < lines.size(); i++) {
      String at = file + ":" + (i + 1);
      Matcher heading = CLAUSE.matcher(lines.get(i));
      Matcher example = EXAMPLE.matcher(lines.get(i));
      if (heading.matches()) {
        clause = heading.group(1);
        clauses.add(new Clause(clause, heading.group(2), at));
      } else if (HEADING.matcher(lines.get(i)).matches()) {
        clause = file;
      } else if (example.matches()) {
        String kind = example.group(1) == null ? example.group(2) : example.group(1);
        examples.add(new Example(clause, kind, at, body(lines, i + 1)));
      }
    }
  }

  private static List<Example.Line> body(List<String> lines, int from) {
    List<Example.Line> body = new ArrayList<>();
    for (int i = from; !lines.get(i).equals("```"); i++) {
      String[] parts = lines.get(i).split(": ?", 2);
      body.add(new Example.Line(parts[0], parts[1].strip()));
    }
    return body;
  }
}
