package vail.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vail.cli.BadInputException;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.tensor.ElementType;
import vail.tensor.SplitChoice;
import vail.tensor.TensorInfo;

/** Counts all tensors of some files, a tensor a task, in the order of the files. */
final class TensorCounts {
  private final Shell shell;
  private final SplitChoice split;
  private final Optional<ElementType> rawType;
  private final int threads;

  TensorCounts(Shell shell, SplitChoice split, Optional<ElementType> rawType, int threads) {
    this.shell = shell;
    this.split = split;
    this.rawType = rawType;
    this.threads = threads;
  }

  List<Counted> of(List<Path> files) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      List<TensorSource> sources = new ArrayList<>();
      for (Path file : files) {
        sources.add(
            BadInputException.naming(
                file.toString(), () -> TensorSource.open(file, rawType, arena)));
      }
      long total =
          sources.stream()
              .flatMap(source -> source.tensors().stream())
              .mapToLong(TensorInfo::bytes)
              .sum();
      try (Progress progress = shell.progress("counting", total)) {
        return count(sources, new TensorCounter(split, progress));
      }
    }
  }

  private List<Counted> count(List<TensorSource> sources, TensorCounter counter)
      throws IOException {
    List<Future<Counted>> tasks = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (TensorSource source : sources) {
        for (TensorInfo tensor : source.tensors()) {
          String kind = source.kinds().of(tensor.name());
          tasks.add(pool.submit(() -> counter.count(tensor, kind, source.elements(tensor))));
        }
      }
    }
    List<Counted> counted = new ArrayList<>();
    for (Future<Counted> task : tasks) {
      counted.add(result(task));
    }
    return counted;
  }

  private static Counted result(Future<Counted> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IOException("counting failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
