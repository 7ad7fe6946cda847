package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.Probe;

class SpecExamplesTest {
  private static final Specification SPECIFICATION = Specification.read();
  private static final ExampleBooks BOOKS = new ExampleBooks(SPECIFICATION);
  private static final ContainerExamples CONTAINERS = new ContainerExamples(SPECIFICATION, BOOKS);

  static Stream<Example> examples() {
    return SPECIFICATION.examples().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void everyExampleHolds(Example example, @TempDir Path folder) throws IOException {
    switch (example.kind()) {
      case "book" -> ExampleBooks.checkDigest(example);
      case "encode" -> onEveryBackend(new EncodeExample(example, BOOKS)::run);
      case "decode" -> onEveryBackend(new DecodeExample(example, BOOKS)::run);
      case "bias" -> BlockExamples.bias(example);
      case "crc" -> BlockExamples.crc(example);
      case "layout" -> BlockExamples.layout(example);
      case "lengths" -> BookExamples.lengths(example);
      case "codes" -> BookExamples.codes(example);
      case "parse" -> BookExamples.parse(example);
      case "shipped" -> BookExamples.shipped(example);
      case "train" -> TrainingExamples.train(example);
      case "package-merge" -> TrainingExamples.packageMerge(example);
      case "moved-counts" -> TrainingExamples.movedCounts(example);
      case "split" -> TensorExamples.split(example);
      case "unpack6" -> TensorExamples.unpack6(example);
      case "books-json" -> BookExamples.json(example);
      case "histogram-json" -> BookExamples.histogramJson(example);
      case "cluster" -> TrainingExamples.cluster(example);
      case "dual" -> TrainingExamples.dual(example);
      case "quad" -> TrainingExamples.quad(example);
      case "file" -> CONTAINERS.file(example);
      case "restore" -> CONTAINERS.restore(example);
      case "segments" -> CONTAINERS.segments(example, folder);
      case "part" -> CONTAINERS.part(example, folder);
      case "keep" -> new PartExamples(BOOKS, folder).keep(example);
      case "flips" -> CONTAINERS.flips(example);
      case "threads" -> CONTAINERS.threads(example);
      case "fault" -> FaultExamples.number(example);
      case "json" -> FaultExamples.json(example);
      case "safetensors" -> FaultExamples.safetensors(example);
      default -> throw new IllegalArgumentException("no kind " + example.kind());
    }
  }

  @Test
  void everyClauseHasAnExample() {
    List<String> shown = SPECIFICATION.examples().stream().map(Example::clause).toList();

    assertFalse(SPECIFICATION.clauses().isEmpty());
    assertEquals(
        List.of(),
        SPECIFICATION.clauses().stream().filter(clause -> !shown.contains(clause.id())).toList());
  }

  private static void onEveryBackend(Consumer<Backend> check) {
    int ready = 0;
    for (BackendProvider provider : Backends.providers()) {
      switch (provider.probe()) {
        case Probe.Ready(Backend backend) -> {
          ready++;
          try (backend) {
            check.accept(backend);
          }
        }
        // Of core's backends only this one asks for something that a processor may not have.
        case Probe.Absent(String reason) ->
            assertEquals("java-vector", provider.name(), "absent: " + reason);
      }
    }
    assertFalse(ready == 0);
  }
}
