package vail.cli.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.cli.Run;
import vail.code.CodebookFile;
import vail.code.DefaultBooks;
import vail.testing.Project;
import vail.testing.RequiresData;

class DefaultBooksGeneratorTest {
  /** C-23: the shipped file is what its generator makes of the recordings, byte for byte. */
  @Test
  @RequiresData
  void makesTheShippedBooksAgain() {
    Run run = Run.of("books", "--make-default", Project.data(""));

    assertEquals(CodebookFile.write(DefaultBooks.all()), run.text(), run.errors());
  }

  @Test
  void saysWhatAFolderOfRecordingsHolds(@TempDir Path empty) {
    Run run = Run.of("books", "--make-default", empty);

    assertEquals(5, run.exit());
    assertTrue(run.errors().contains("holds no folder stepNNNNN"), run.errors());
  }
}
