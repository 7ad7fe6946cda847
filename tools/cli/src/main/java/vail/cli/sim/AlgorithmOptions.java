package vail.cli.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import vail.cli.BadInputException;
import vail.cli.Names;
import vail.cli.UsageException;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Family;
import vail.sim.algo.MscclFile;
import vail.sim.algo.Pair;
import vail.sim.net.Topology;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;

/** How the dies do it. */
final class AlgorithmOptions {
  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description =
          "The default suits the topology: direct on full and on a file's graph, biring, torus,"
              + " hierarchical on other products, ring on others of one axis; what that does not do"
              + " tree does, or ring. An unknown name lists all."
              + " Or a schedule of your own in MSCCL's XML: FILE.xml.")
  private Optional<String> algorithm = Optional.empty();

  @Option(names = "--from", paramLabel = "DIE", description = "sendrecv: from this die only.")
  private Optional<Integer> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DIE", description = "sendrecv: to this die only.")
  private Optional<Integer> to = Optional.empty();

  /**
   * The algorithm for a collective between the dies of a topology.
   *
   * @throws UsageException if there is none of that name, or it does not suit
   */
  Algorithm algorithm(Collective collective, Topology topology) throws IOException {
    try {
      if (from.isPresent() || to.isPresent()) {
        if (collective != Collective.SENDRECV || from.isEmpty() || to.isEmpty()) {
          throw new UsageException("--from and --to go together, with sendrecv");
        }
        return new Pair(topology.dies(), from.get(), to.get());
      }
      String name = algorithm.orElseGet(() -> Usual.algorithm(collective, topology));
      if (name.endsWith(".xml")) {
        return imported(Path.of(name), collective, topology.dies());
      }
      Family family =
          Algorithms.find(name)
              .orElseThrow(() ->
                  new UsageException(
                      "--algorithm: '%s' is not known; accepted are %s"
                          .formatted(name, names(collective))));
      if (!family.does().contains(collective)) {
        throw new UsageException(
            "--algorithm: %s does no %s; accepted are %s"
                .formatted(name, Names.of(collective), names(collective)));
      }
      return family.algorithm(collective, Setup.layout(topology));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Algorithm imported(Path file, Collective collective, int dies) throws IOException {
    String name = String.valueOf(file.getFileName());
    byte[] text = Files.readAllBytes(file);
    Algorithm found = BadInputException.naming(file.toString(), () -> MscclFile.read(name, text));
    if (found.collective() != collective || found.dies() != dies) {
      throw new UsageException(
          "--algorithm: %s does %s among %d dies; this is %s among %d (--dies)"
              .formatted(
                  name, Names.of(found.collective()), found.dies(), Names.of(collective), dies));
    }
    return found;
  }

  private static String names(Collective collective) {
    return Algorithms.doing(collective).stream()
        .map(Family::name)
        .collect(Collectors.joining(", "));
  }
}
