package vail.bridge.board;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import vail.backend.BackendProvider;
import vail.backend.Probe;

/** Offers {@code board}: a kernel on a board that the user names. */
public final class BoardProvider implements BackendProvider {
  static final String NAME = "board";

  private static final System.Logger LOG = System.getLogger(BoardProvider.class.getName());

  @Override
  public String name() {
    return NAME;
  }

  /** No board is looked for: which one may be written to is for the user to say. */
  @Override
  public Probe probe() {
    return new Probe.Absent("no board is named; " + usages());
  }

  @Override
  public Probe probeOn(String device) {
    String[] parts = device.split(":", 2);
    for (BoardKind kind : kinds()) {
      if (kind.name().equals(parts[0])) {
        return probe(kind, parts.length == 1 ? "" : parts[1]);
      }
    }
    return new Probe.Absent("there is no kind of board \"" + parts[0] + "\"; " + usages());
  }

  private static Probe probe(BoardKind kind, String where) {
    try {
      return new Probe.Ready(
          new FpgaBackend(
              kind.open(where),
              Kernel.Patience.USUAL,
              trouble ->
                  LOG.log(
                      System.Logger.Level.WARNING,
                      "board " + kind.name() + ": {0}",
                      trouble.getMessage())));
    } catch (AbsentBoardException | BoardTroubleException e) {
      return new Probe.Absent(String.valueOf(e.getMessage()));
    }
  }

  private static List<BoardKind> kinds() {
    return ServiceLoader.load(BoardKind.class, BoardKind.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static String usages() {
    return "there are "
        + kinds().stream().map(kind -> NAME + ":" + kind.usage()).collect(Collectors.joining(" "));
  }
}
