package vail.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import vail.testing.Project;

/** The texts of the project, as a person would read them. */
final class Sources {
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode");
  private static final List<String> TEXT =
      List.of(".java", ".xml", ".md", ".json", ".svg", ".yml", ".properties", ".sh");

  /**
   * A method or constructor.
   *
   * @param name with the class file's name before it
   * @param lines between the braces
   * @param comment the text from the method before it to its end, where a comment may give a reason
   */
  record Method(String name, int lines, String comment) {}

  private Sources() {}

  /** Every text file people write, build output left out. */
  static List<Path> texts() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        Project.root(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (TEXT.stream().anyMatch(file.toString()::endsWith)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }

  /** The Java files that are shipped, of all modules. */
  static List<Path> mainJava() throws IOException {
    return texts().stream()
        .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  /** The methods and constructors written in some Java files. */
  static List<Method> methods(List<Path> files) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<Method> methods = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodScanner(unit, positions, methods)
            .scan(unit, unit.getSourceFile().getCharContent(true));
      }
    }
    return methods;
  }

  private static final class MethodScanner extends TreeScanner<Void, CharSequence> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods;
    private int after;

    MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
      this.unit = unit;
      this.positions = positions;
      this.methods = methods;
    }

    @Override
    public Void visitMethod(MethodTree method, CharSequence text) {
      int start = (int) positions.getStartPosition(unit, method);
      int end = (int) positions.getEndPosition(unit, method);
      String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
      methods.add(
          new Method(
              file + "#" + method.getName(),
              bodyLines(method),
              text.subSequence(Math.min(after, start), end).toString()));
      after = end;
      return super.visitMethod(method, text);
    }

    private int bodyLines(MethodTree method) {
      if (method.getBody() == null) {
        return 0;
      }
      var lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
      return (int) (last - first - 1);
    }
  }
}
