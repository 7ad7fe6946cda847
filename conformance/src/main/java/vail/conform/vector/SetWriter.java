package vail.conform.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.conform.random.Xoshiro256;
import vail.json.JsonObject;

/** Turns vectors into the files of a stored set, in the only form these have. */
public final class SetWriter {
  private final Catalogue catalogue;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final Map<String, Level> levels = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Starts a set. */
  public SetWriter(Catalogue catalogue) {
    this.catalogue = catalogue;
    CatalogueJson.write(catalogue, files);
    files.keySet().forEach(name -> levels.put(name, Level.SMOKE));
  }

  /** Adds the vectors of the first level: one file. */
  public SetWriter smoke(List<Vector> vectors) {
    add("smoke.json", Level.SMOKE, vectors);
    return this;
  }

  /** Adds the vectors of the second level that are not of the first: a file for each kind. */
  public SetWriter core(List<Vector> vectors) {
    SequencedMap<Kind, List<Vector>> byKind = new LinkedHashMap<>();
    vectors.forEach(v -> byKind.computeIfAbsent(v.kind(), kind -> new ArrayList<>()).add(v));
    byKind.forEach((kind, some) -> add("core/" + kind.label() + ".json", Level.CORE, some));
    return this;
  }

  /** Adds the vectors of a level that is made for a run: one file. */
  public SetWriter made(Level level, List<Vector> vectors) {
    add(level.label() + ".json", level, vectors);
    return this;
  }

  private void add(String name, Level level, List<Vector> vectors) {
    Map<String, byte[]> data = new TreeMap<>();
    VectorJson form =
        new VectorJson(
            new DataForm(
                catalogue,
                file -> {
                  throw new IllegalStateException("nothing is read here");
                },
                data));
    files.put(
        name,
        Lines.write(
            JsonObject.builder().put("schema", "vail-vectors/1").put("level", level.label()),
            "vectors",
            vectors.stream().map(form::write).toList()));
    levels.put(name, level);
    counts.put(name, vectors.size());
    data.forEach((file, bytes) -> {
      files.put(file, bytes);
      levels.putIfAbsent(file, level);
    });
  }

  /**
   * All files by name, the manifest among them.
   *
   * @param suite version of the suite
   * @param generator name and version of what made the vectors
   * @param coverage what the vectors cover
   * @param key signs the manifest
   */
  public SortedMap<String, byte[]> files(
      String suite, String generator, JsonObject coverage, SigningKey key) {
    List<Manifest.Entry> entries = new ArrayList<>();
    files.forEach((name, bytes) ->
        entries.add(
            new Manifest.Entry(
                name,
                levels.getOrDefault(name, Level.CORE),
                bytes.length,
                counts.getOrDefault(name, 0),
                Data.sha256(bytes))));
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    byte[] manifest =
        new Manifest(suite, "1.0", generator, Xoshiro256.ID, "CC0-1.0", coverage, entries)
            .toBytes();
    all.put(Manifest.NAME, manifest);
    all.put(Signature.NAME, Signature.sign(manifest, key));
    return all;
  }
}
