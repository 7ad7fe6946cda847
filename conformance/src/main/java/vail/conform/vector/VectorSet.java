package vail.conform.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonReader;

/**
 * The vectors of a level, in the order of their files.
 *
 * @param level of these vectors and, if it is stored, all levels before
 * @param suite version of the suite
 * @param catalogue what they refer to
 * @param vectors with ids that differ
 */
public record VectorSet(Level level, String suite, Catalogue catalogue, List<Vector> vectors) {
  /** Takes a copy and rejects two vectors of one id. */
  public VectorSet {
    vectors = List.copyOf(vectors);
    Catalogue.byName(vectors, Vector::id);
  }

  /**
   * The stored set that comes with this program, if its files are those of the manifest and the
   * manifest is the one that was signed.
   *
   * @param level {@link Level#SMOKE} or {@link Level#CORE}
   */
  public static VectorSet load(Level level) {
    try {
      Source bundled = Source.bundled();
      Signature.check(bundled);
      return read(bundled, level);
    } catch (IOException e) {
      throw new UncheckedIOException("the vectors that come with this program are incomplete", e);
    }
  }

  /**
   * A stored set.
   *
   * @param level {@link Level#SMOKE} or {@link Level#CORE}
   * @throws VailFormatException where a file is not the one that the manifest lists (CHECKSUM), or
   *     is no file of vectors
   * @throws IOException where a file is missing
   */
  public static VectorSet read(Source source, Level level) throws IOException {
    if (level.compareTo(Level.CORE) > 0) {
      throw new IllegalArgumentException(level.label() + " is made, not stored");
    }
    Manifest manifest = Manifest.read(source.read(Manifest.NAME));
    Map<String, byte[]> files = new HashMap<>();
    for (Manifest.Entry entry : manifest.files()) {
      if (entry.level().compareTo(level) <= 0) {
        files.put(entry.path(), intact(entry, source.read(entry.path())));
      }
    }
    Catalogue catalogue = CatalogueJson.read(name -> found(files, name));
    DataForm data = new DataForm(catalogue, name -> found(files, name), new HashMap<>());
    List<Vector> vectors = new ArrayList<>();
    for (Manifest.Entry entry : manifest.files()) {
      if (entry.level().compareTo(level) <= 0 && entry.count() > 0) {
        vectors.addAll(vectors(entry, found(files, entry.path()), data));
      }
    }
    return new VectorSet(level, manifest.suite(), catalogue, vectors);
  }

  private static byte[] intact(Manifest.Entry entry, byte[] bytes) {
    if (bytes.length != entry.bytes() || !Data.sha256(bytes).equals(entry.sha256())) {
      throw new VailFormatException(
          Fault.CHECKSUM, 0, entry.path() + " is not the file that the manifest lists");
    }
    return bytes;
  }

  private static byte[] found(Map<String, byte[]> files, String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("the manifest lists no file " + name);
    }
    return bytes;
  }

  private static List<Vector> vectors(Manifest.Entry entry, byte[] text, DataForm data) {
    VectorJson form = new VectorJson(data);
    return Fields.read(
        JsonReader.read(java.lang.foreign.MemorySegment.ofArray(text)),
        entry.path(),
        fields -> {
          Lines.checkSchema(fields, "vail-vectors/1");
          fields.label("level", Level.class);
          List<Vector> vectors = fields.list("vectors", form::read);
          if (vectors.size() != entry.count()) {
            throw new IllegalArgumentException("there are not " + entry.count() + " vectors");
          }
          return vectors;
        });
  }
}
