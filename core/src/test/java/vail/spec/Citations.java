package vail.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vail.testing.Project;

/**
 * Where the sources of all modules cite clauses: {@code B-07} alone, or a run of them with {@code
 * to} between. Lists in a package's description do not count: a clause is cited where its duty is
 * carried out.
 */
final class Citations {
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode");
  private static final List<String> SOURCES =
      List.of(".java", ".sv", ".svh", ".c", ".h", ".cl", ".py", ".js", ".sh");
  private static final Pattern CITATION =
      Pattern.compile(
          "(?<![\\w-])([BCVF])-(\\d\\d)(?![\\w-])(?:[\\s*/]+to[\\s*/]+\\1-(\\d\\d)(?![\\w-]))?");

  private final Map<String, Set<String>> filesByClause = new TreeMap<>();

  private Citations() {}

  /** The citations in {@code src/main} or {@code src/test} of every module. */
  static Citations in(String tree) {
    Citations citations = new Citations();
    try {
      Files.walkFileTree(Project.root(), citations.collector("/src/" + tree + "/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return citations;
  }

  static Citations of(String file, String text) {
    Citations citations = new Citations();
    citations.read(file, text);
    return citations;
  }

  /** Every clause that is cited, and the files that do. */
  Map<String, Set<String>> filesByClause() {
    return filesByClause;
  }

  private SimpleFileVisitor<Path> collector(String tree) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return NOT_OURS.contains(folder.getFileName().toString())
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        String name = Project.root().relativize(file).toString();
        if (name.contains(tree)
            && SOURCES.stream().anyMatch(name::endsWith)
            && !name.endsWith("package-info.java")) {
          read(name, Files.readString(file));
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private void read(String file, String text) {
    for (Matcher citation = CITATION.matcher(text); citation.find(); ) {
      int first = Integer.parseInt(citation.group(2));
      int last = citation.group(3) == null ? first : Integer.parseInt(citation.group(3));
      for (int number = first; number <= last; number++) {
        String clause = "%s-%02d".formatted(citation.group(1), number);
        filesByClause.computeIfAbsent(clause, key -> new TreeSet<>()).add(file);
      }
    }
  }
}
