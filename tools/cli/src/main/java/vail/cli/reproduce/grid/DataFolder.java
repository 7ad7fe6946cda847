package vail.cli.reproduce.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import vail.cli.BadInputException;

/**
 * What a folder of recordings holds.
 *
 * @param recordings one for each folder with safetensors files, by name
 * @param history histograms of whole steps, if the folder has any
 */
public record DataFolder(List<Recording> recordings, List<StepCounts> history) {
  private static final String HISTOGRAMS = "histograms.json";

  /** Takes copies of the lists. */
  public DataFolder {
    recordings = List.copyOf(recordings);
    history = List.copyOf(history);
  }

  /**
   * Reads a folder and the folders right below it.
   *
   * @param counted told the bytes of tensors that have been counted
   */
  public static DataFolder read(Path folder, LongConsumer counted) throws IOException {
    List<Recording> recordings = new ArrayList<>();
    for (Path place : places(folder)) {
      recordings.add(RecordingReader.read(place, counted));
    }
    Path histograms = folder.resolve(HISTOGRAMS);
    return new DataFolder(
        recordings,
        Files.exists(histograms)
            ? BadInputException.naming(histograms.toString(), () -> HistogramsFile.read(histograms))
            : List.of());
  }

  /** Bytes of all files that {@link #read} will count. */
  public static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path place : places(folder)) {
      bytes += bytesOf(place);
    }
    return bytes;
  }

  /** Bytes of the files of one recording. */
  public static long bytesOf(Path recording) throws IOException {
    long bytes = 0;
    for (Path file : TensorWalk.files(recording)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static List<Path> places(Path folder) throws IOException {
    List<Path> places = new ArrayList<>();
    try (Stream<Path> below = Files.list(folder)) {
      for (Path place :
          Stream.concat(Stream.of(folder.toRealPath()), below.filter(Files::isDirectory).sorted())
              .toList()) {
        if (!TensorWalk.files(place).isEmpty()) {
          places.add(place);
        }
      }
    }
    return places;
  }
}
