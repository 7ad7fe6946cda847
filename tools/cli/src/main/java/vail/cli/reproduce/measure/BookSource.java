package vail.cli.reproduce.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vail.cli.reproduce.grid.Profile;
import vail.cli.reproduce.grid.Recording;
import vail.cli.reproduce.grid.ShardedTensor;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.DefaultBooks;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.NamedBook;
import vail.code.ShapeClustering;

/** Trains what several groups share: the book for all kinds and the best of K. */
final class BookSource {
  /** Shapes of planes: their scale is left to the bias. */
  private static final int SHAPES = 4;

  /** Books of bytes, which cannot be moved. */
  private static final int BYTE_BOOKS = 16;

  private final Averages averages;
  private final Campaign campaign;
  private final Map<Profile, List<Codebook>> clusters = new ConcurrentHashMap<>();

  BookSource(Campaign campaign, Averages averages) {
    this.campaign = campaign;
    this.averages = averages;
  }

  /** The book of least cost for some counts, of the usual length limit of long books. */
  static Codebook train(Histogram counts) {
    return CodebookTrainer.train(counts, LengthLimit.LONG);
  }

  /** The newest average over all kinds of a profile. */
  Optional<Average> forAllKinds(Group group) {
    return averages.ofAll(averages.groupsLike(group));
  }

  /** The step of the recording that {@link #best} learns from; empty if there is none. */
  Optional<Long> clusterStep(Profile profile) {
    return tensors(profile).isEmpty()
        ? Optional.empty()
        : Optional.of(campaign.earlier().getLast().step().orElseThrow());
  }

  /** The best of K books made of the newest earlier recording's tensors of a profile. */
  Coder best(Profile profile) {
    return bestOf(profile, clusters.computeIfAbsent(profile, this::trainCluster));
  }

  /** The best of the books that come with the program; empty if none suits the profile. */
  Optional<Coder> shipped(Profile profile) {
    List<Codebook> suiting =
        DefaultBooks.candidates(profile.symbols()).stream().map(NamedBook::book).toList();
    return suiting.isEmpty() ? Optional.empty() : Optional.of(bestOf(profile, suiting));
  }

  private static Coder bestOf(Profile profile, List<Codebook> books) {
    return switch (profile.split()) {
      case BYTES -> Coder.bestOf(books);
      case PLANES -> Coder.bestBiased(books);
    };
  }

  private List<Codebook> trainCluster(Profile profile) {
    List<Histogram> counts =
        tensors(profile).stream()
            .map(tensor ->
                switch (profile.split()) {
                  case BYTES -> tensor.total();
                  case PLANES -> ExponentCounts.moved(tensor.total());
                })
            .toList();
    return switch (profile.split()) {
      case BYTES -> ShapeClustering.train(counts, BYTE_BOOKS, LengthLimit.LONG);
      case PLANES -> ShapeClustering.train(counts, SHAPES, LengthLimit.LONG);
    };
  }

  private List<ShardedTensor> tensors(Profile profile) {
    List<Recording> earlier = campaign.earlier();
    return earlier.isEmpty()
        ? List.of()
        : earlier.getLast().tensors().stream()
            .filter(tensor -> tensor.profile().equals(profile))
            .toList();
  }
}
