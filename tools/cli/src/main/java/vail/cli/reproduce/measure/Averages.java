package vail.cli.reproduce.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import vail.cli.reproduce.grid.Recording;
import vail.cli.reproduce.grid.ShardedTensor;
import vail.code.Histogram;

/** The distributions known before the measured step. */
final class Averages {
  /** All kinds weigh the same in a book for all of them. */
  private static final double EQUAL_WEIGHT = 1L << 32;

  private final Campaign campaign;

  Averages(Campaign campaign) {
    this.campaign = campaign;
  }

  /** The averages of a group by ascending step; counts of whole steps before single tensors. */
  List<Average> of(Group group) {
    TreeMap<Long, Histogram> bySteps = new TreeMap<>();
    for (Recording recording : campaign.earlier()) {
      sum(recording, group, OptionalInt.empty())
          .ifPresent(sum -> bySteps.put(recording.step().orElseThrow(), sum));
    }
    campaign
        .history()
        .forEach(step ->
            step.of(group.kind(), group.profile())
                .ifPresent(counts -> bySteps.put(step.step(), counts)));
    List<Average> averages = new ArrayList<>();
    bySteps.forEach((step, counts) -> averages.add(new Average(step, counts)));
    return averages;
  }

  /** The newest average of one layer's tensors; only recordings have layers. */
  Optional<Average> ofLayer(Group group, int layer) {
    for (Recording recording : campaign.earlier().reversed()) {
      Optional<Histogram> sum = sum(recording, group, OptionalInt.of(layer));
      if (sum.isPresent()) {
        return Optional.of(new Average(recording.step().orElseThrow(), sum.get()));
      }
    }
    return Optional.empty();
  }

  /** The newest averages of several groups, each with the same weight. */
  Optional<Average> ofAll(List<Group> groups) {
    List<Average> newest =
        groups.stream().map(this::of).filter(all -> !all.isEmpty()).map(List::getLast).toList();
    Histogram mixed = new Histogram();
    newest.forEach(average -> addWeighted(mixed, average.counts()));
    OptionalLong step = newest.stream().mapToLong(Average::step).max();
    return step.isPresent() ? Optional.of(new Average(step.getAsLong(), mixed)) : Optional.empty();
  }

  private static void addWeighted(Histogram mixed, Histogram counts) {
    double scale = EQUAL_WEIGHT / counts.total();
    for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
      mixed.add(symbol, (long) Math.ceil(counts.count(symbol) * scale));
    }
  }

  private static Optional<Histogram> sum(Recording recording, Group group, OptionalInt layer) {
    return recording.tensors().stream()
        .filter(tensor -> Group.of(tensor).equals(group))
        .filter(tensor -> layer.isEmpty() || tensor.layer().equals(layer))
        .map(ShardedTensor::total)
        .reduce((sum, more) -> {
          sum.add(more);
          return sum;
        });
  }

  /** The groups of the measured recording in their order, those of one profile. */
  List<Group> groupsLike(Group group) {
    return campaign.measured().tensors().stream()
        .map(Group::of)
        .filter(other -> other.profile().equals(group.profile()))
        .distinct()
        .sorted(Comparator.comparing(Group::kind))
        .toList();
  }
}
