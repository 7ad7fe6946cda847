package vail.cli.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.cli.Exit;
import vail.cli.Shell;
import vail.cli.UsageException;
import vail.conform.export.Export;
import vail.conform.export.Form;
import vail.conform.generate.Fresh;
import vail.conform.generate.SetFiles;
import vail.conform.vector.Level;
import vail.conform.vector.SigningKey;
import vail.conform.vector.VectorSet;
import vail.json.JsonObject;

/** Makes vectors and writes them to a folder. */
@Command(
    name = "generate",
    description = "Make the vectors of a level and write them to a folder; core holds smoke.")
public final class GenerateCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "FOLDER", description = "Where the files go; made if it is not there.")
  private Path folder;

  @Mixin private LevelOptions levels;

  @Option(
      names = "--export",
      paramLabel = "FORM",
      split = ",",
      description = "json, bin, hex ($$readmemh) or csv; several with commas (default: json).")
  private Set<Form> forms = EnumSet.of(Form.JSON);

  @Option(
      names = "--sign",
      paramLabel = "KEY.pem",
      description =
          "Sign with this Ed25519 key (default: the development key, which anybody can make).")
  private Optional<Path> key = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A command of this shell. */
  public GenerateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    SigningKey signing = signingKey();
    VectorSet set = levels.made();
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Form form : forms) {
      files.putAll(form == Form.JSON ? SetFiles.of(set, signing) : Export.files(set, form));
    }
    write(files);
    report(set, files);
    return Exit.DONE.code();
  }

  private SigningKey signingKey() throws IOException {
    if (key.isEmpty()) {
      return SigningKey.development();
    }
    try {
      return SigningKey.ofPem(Files.readString(key.get()));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--sign " + key.get() + ": " + e.getMessage());
    }
  }

  private void write(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private void report(VectorSet set, Map<String, byte[]> files) {
    long bytes = files.values().stream().mapToLong(file -> file.length).sum();
    JsonObject.Builder out =
        JsonObject.builder()
            .put("schema", "vail-vectors-generated/1")
            .put("level", set.level().label())
            .put("vectors", set.vectors().size())
            .put("files", files.size())
            .put("bytes", bytes);
    String seed = set.level() == Level.FRESH ? Fresh.seedOf(set) : "";
    if (!seed.isEmpty()) {
      out.put("seed", seed);
    }
    if (json) {
      shell.print(out.build());
    } else {
      shell.println(
          "%s%s: %d vectors, %d files, %d bytes"
              .formatted(
                  set.level().label(),
                  seed.isEmpty() ? "" : ", seed " + seed,
                  set.vectors().size(),
                  files.size(),
                  bytes));
    }
  }
}
