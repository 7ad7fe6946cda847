package vail.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.Capabilities;
import vail.backend.Probe;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** Lists the implementations of the format that this machine offers. */
@Command(
    name = "backends",
    description = "List every backend: ready or absent and why, its version, what it can do.")
public final class BackendsCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A command of this shell. */
  public BackendsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    List<BackendProvider> providers = Backends.providers();
    if (json) {
      JsonArray all = JsonArray.of(providers.stream().map(BackendsCommand::document).toList());
      shell.print(
          JsonObject.builder().put("schema", "vail-backends/1").put("backends", all).build());
    } else {
      Table table = new Table("llll", "backend", "state", "version", "codes");
      providers.forEach(provider -> addRow(table, provider));
      shell.print(table.text());
    }
    return Exit.DONE.code();
  }

  private static void addRow(Table table, BackendProvider provider) {
    switch (probe(provider)) {
      case Probe.Ready(Backend backend) -> {
        try (backend) {
          table.row(provider.name(), "ready", backend.version(), words(backend.capabilities()));
        }
      }
      case Probe.Absent(String reason) ->
          table.row(provider.name(), "absent, because " + reason, "", "");
    }
  }

  private static Probe probe(BackendProvider provider) {
    return KeptFolder.of(System.getenv()).map(provider::probe).orElseGet(provider::probe);
  }

  /** What a backend codes, in words. */
  public static String words(Capabilities can) {
    return can.lanes().stream().map(String::valueOf).collect(Collectors.joining(","))
        + " lanes of "
        + can.words().stream().map(String::valueOf).collect(Collectors.joining(","))
        + " bits, "
        + classes(can)
        + " books";
  }

  private static String classes(Capabilities can) {
    return can.classes().stream().map(Names::of).collect(Collectors.joining(" and "));
  }

  private static JsonObject document(BackendProvider provider) {
    JsonObject.Builder row = JsonObject.builder().put("name", provider.name());
    switch (probe(provider)) {
      case Probe.Ready(Backend backend) -> {
        try (backend) {
          row.put("state", "ready")
              .put("reason", "")
              .put("version", backend.version())
              .put("capabilities", document(backend.capabilities()));
        }
      }
      case Probe.Absent(String reason) ->
          row.put("state", "absent")
              .put("reason", reason)
              .put("version", "")
              .put("capabilities", JsonObject.builder().build());
    }
    return row.build();
  }

  private static JsonObject document(Capabilities can) {
    return JsonObject.builder()
        .put("lanes", numbers(can.lanes()))
        .put("words", numbers(can.words()))
        .put(
            "classes",
            JsonArray.of(can.classes().stream().map(c -> JsonValue.of(Names.of(c))).toList()))
        .put(
            "features",
            JsonArray.of(can.features().stream().map(f -> JsonValue.of(Names.of(f))).toList()))
        .build();
  }

  private static JsonArray numbers(Iterable<Integer> numbers) {
    List<JsonValue> all = new java.util.ArrayList<>();
    numbers.forEach(number -> all.add(JsonValue.of(number.longValue())));
    return JsonArray.of(all);
  }
}
