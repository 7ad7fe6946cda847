package vail.cli.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vail.code.CodebookFile;
import vail.code.DefaultBooks;
import vail.testing.Project;
import vail.testing.RequiresData;

class DefaultBooksGeneratorTest {
  /** C-23: the shipped file is what its generator makes of the recordings, byte for byte. */
  @Test
  @RequiresData
  void makesTheShippedBooksAgain() throws IOException {
    assertEquals(
        CodebookFile.write(DefaultBooks.all()), DefaultBooksGenerator.text(Project.data("")));
  }
}
