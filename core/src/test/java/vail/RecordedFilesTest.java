package vail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.backend.Backend;
import vail.code.BookSet;
import vail.code.DefaultBooks;
import vail.container.BookForm;
import vail.container.Coding;
import vail.container.ContainerWriter;
import vail.container.Progress;
import vail.container.WriteOptions;
import vail.fault.Limits;
import vail.tensor.SplitChoice;
import vail.testing.Project;
import vail.testing.RequiresData;

/** The recorded tensors, with the shipped books. */
@RequiresData
class RecordedFilesTest {
  @TempDir private Path folder;

  @Test
  void laterFilesComeBackByteForByteAndBfloat16SavesAThird() throws Exception {
    long raw = 0;
    long small = 0;
    for (Path file : files("step01000")) {
      long bytes = roundTrip(file);
      if (!file.endsWith("small-formats.safetensors")) {
        raw += Files.size(file);
        small += bytes;
      }
    }
    assertTrue(small <= 0.685 * raw, small + " of " + raw + " bytes");
  }

  @Test
  void filesOfOtherTextComeBackByteForByte() throws Exception {
    for (Path file : files("drift-code")) {
      assertTrue(roundTrip(file) < 0.72 * Files.size(file), file.toString());
    }
  }

  /** Split {@code bytes} is what the paper does. */
  @Test
  void bytesInMemoryOrderSaveAFifth() throws Exception {
    long raw = 0;
    long small = 0;
    WriteOptions options =
        new WriteOptions(SplitChoice.BYTES, 65_536, BookForm.EMBEDDED, 2, Limits.DEFAULT);
    BookSet books = BookSet.of(DefaultBooks.all());
    try (Backend backend = Policies.backend()) {
      Coding coding = new Coding(backend.encoder(), books, Policies.ofShippedBooks());
      for (Path file : files("step01000")) {
        if (!file.endsWith("small-formats.safetensors")) {
          ByteArrayOutputStream container = new ByteArrayOutputStream();
          try (FileChannel in = FileChannel.open(file)) {
            new ContainerWriter(coding, options)
                .write(
                    in, OptionalLong.of(in.size()), Channels.newChannel(container), Progress.NONE);
          }
          raw += Files.size(file);
          small += container.size();
        }
      }
    }
    assertTrue(small <= 0.795 * raw, small + " of " + raw + " bytes");
  }

  private long roundTrip(Path file) throws IOException {
    Path small = folder.resolve("small.vail");
    Path back = folder.resolve("back");
    try (Vail vail = Vail.open()) {
      vail.encode(file, small);
      vail.decode(small, back);
    }
    assertEquals(-1, Files.mismatch(file, back), file.toString());
    return Files.size(small);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Project.data(folder))) {
      return files.sorted().toList();
    }
  }
}
