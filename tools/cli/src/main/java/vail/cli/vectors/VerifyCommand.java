package vail.cli.vectors;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.cli.BadInputException;
import vail.cli.Exit;
import vail.cli.Names;
import vail.cli.Shell;
import vail.conform.generate.SetFiles;
import vail.conform.generate.Suite;
import vail.conform.vector.Level;
import vail.conform.vector.Signature;
import vail.conform.vector.SigningKey;
import vail.conform.vector.Source;
import vail.conform.vector.VectorSet;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** Makes the stored vectors again and compares. */
@Command(
    name = "verify",
    description = "Check manifest and signature of the core set, make it again, and compare.")
public final class VerifyCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "The set (default: the one that comes with this program).")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A command of this shell. */
  public VerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    String name = folder.map(Path::toString).orElse("the bundled set");
    Source source = folder.map(Source::of).orElseGet(Source::bundled);
    VectorSet set = BadInputException.naming(name, () -> VectorSet.read(source, Level.CORE));
    Signature.Origin origin = BadInputException.naming(name, () -> Signature.check(source));
    List<String> different = different(source);
    if (json) {
      shell.print(document(set, origin, different));
    } else {
      different.forEach(file -> shell.println("differs: " + file));
      shell.println(
          "%s: %d vectors of suite %s, %s; %s"
              .formatted(
                  name,
                  set.vectors().size(),
                  set.suite(),
                  different.isEmpty() ? "the same when made again" : "NOT the same when made again",
                  words(origin)));
    }
    return (different.isEmpty() ? Exit.DONE : Exit.CHECK_FAILED).code();
  }

  /** Files that are not what they are when made again; signatures may be anybody's. */
  private static List<String> different(Source source) throws IOException {
    List<String> different = new ArrayList<>();
    Map<String, byte[]> made = SetFiles.of(Suite.set(Level.CORE), SigningKey.development());
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      if (!file.getKey().equals(Signature.NAME) && !same(source, file)) {
        different.add(file.getKey());
      }
    }
    return different;
  }

  private static boolean same(Source source, Map.Entry<String, byte[]> file) throws IOException {
    try {
      return Arrays.equals(source.read(file.getKey()), file.getValue());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String words(Signature.Origin origin) {
    return switch (origin) {
      case NONE -> "not signed";
      case DEVELOPMENT -> "signed with the development key, which anybody can make";
      case STRANGER -> "signed with a key that this program does not know";
      case RELEASE -> "signed with a release key";
    };
  }

  private static JsonObject document(
      VectorSet set, Signature.Origin origin, List<String> different) {
    return JsonObject.builder()
        .put("schema", "vail-vectors-verified/1")
        .put("suite", set.suite())
        .put("vectors", set.vectors().size())
        .put("signature", Names.of(origin))
        .put("same", different.isEmpty())
        .put("different", JsonArray.of(different.stream().map(JsonValue::of).toList()))
        .build();
  }
}
