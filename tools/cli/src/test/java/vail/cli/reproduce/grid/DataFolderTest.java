package vail.cli.reproduce.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.cli.reproduce.TinyRecordings;

class DataFolderTest {
  @Test
  void takesTheStepFromTheMetadata(@TempDir Path folder) throws IOException {
    List<Recording> recordings = read(TinyRecordings.write(folder));

    assertEquals(
        List.of("other", "step00001", "step00002"),
        recordings.stream().map(Recording::name).toList());
    assertEquals(
        List.of(OptionalLong.of(2), OptionalLong.of(1), OptionalLong.of(2)),
        recordings.stream().map(Recording::step).toList());
  }

  @Test
  void takesTheStepOfCheckpointsFromTheirFolders(@TempDir Path folder) throws IOException {
    TinyRecordings.writePlain(folder.resolve("checkpoint-500"));
    TinyRecordings.writePlain(folder.resolve("global_step1000"));
    TinyRecordings.writePlain(folder.resolve("model-7b"));

    assertEquals(
        List.of(OptionalLong.of(500), OptionalLong.of(1000), OptionalLong.empty()),
        read(folder).stream().map(Recording::step).toList());
  }

  @Test
  void countsTheFilesOfTheFolderItself(@TempDir Path folder) throws IOException {
    List<Recording> recordings = read(TinyRecordings.writePlain(folder));

    assertEquals(1, recordings.size());
    assertEquals(3, recordings.getFirst().tensors().size());
  }

  private static List<Recording> read(Path folder) throws IOException {
    return DataFolder.read(folder, bytes -> {}).recordings();
  }
}
