package vail.conform.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.testing.Project;

@Tag("slow")
class KillMatrixTest {
  @Test
  void theFileSaysWhatIsCaught() throws Exception {
    Path module = Project.root().resolve("conformance");
    KillMatrix matrix = KillMatrix.of(Exam.core());
    Path made = module.resolve("target/kill-matrix.md");
    Files.writeString(made, matrix.text());

    assertEquals(List.of(), matrix.missed());
    assertEquals(
        Files.readString(module.resolve("kill-matrix.md")),
        matrix.text(),
        () -> "if the change is meant, copy " + made);
  }
}
