package vail.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The recorded tensors inside the jar, unpacked into a temporary folder of the same layout as full
 * recordings: {@code step00280}, {@code step01000}, {@code histograms.json}. Gone when closed.
 */
public final class Samples implements AutoCloseable {
  /** The recording that books are trained on. */
  public static final String EARLIER = "step00280";

  /** The recording that is measured. */
  public static final String LATER = "step01000";

  private static final String RESOURCES = "/vail/samples/";

  private final Path folder;

  private Samples(Path folder) {
    this.folder = folder;
  }

  /** Unpacks all samples. */
  public static Samples unpack() throws IOException {
    Samples samples = new Samples(Files.createTempDirectory("vail-samples"));
    try {
      for (String name : names()) {
        samples.unpack(name);
      }
      return samples;
    } catch (IOException e) {
      samples.close();
      throw e;
    }
  }

  /** The folder of the recordings. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(folder, new Removal());
  }

  private void unpack(String name) throws IOException {
    Path file = folder.resolve(name);
    int slash = name.lastIndexOf('/');
    Files.createDirectories(folder.resolve(name.substring(0, Math.max(0, slash))));
    try (InputStream in = open(name)) {
      Files.copy(in, file);
    }
  }

  private static List<String> names() throws IOException {
    try (InputStream in = open("index.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Samples.class.getResourceAsStream(RESOURCES + name);
    if (in == null) {
      throw new FileNotFoundException("the jar holds no " + RESOURCES + name);
    }
    return in;
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
