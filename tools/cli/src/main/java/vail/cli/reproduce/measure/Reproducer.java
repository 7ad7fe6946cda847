package vail.cli.reproduce.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vail.cli.reproduce.grid.Recording;
import vail.cli.reproduce.grid.ShardedTensor;

/** Measures a campaign. Pure: the same recordings give the same numbers. */
public final class Reproducer {
  private final Campaign campaign;
  private final Averages averages;
  private final CoderFactory coders;

  private Reproducer(Campaign campaign) {
    this.campaign = campaign;
    this.averages = new Averages(campaign);
    this.coders = new CoderFactory(averages, new BookSource(campaign, averages));
  }

  /** Measures everything that the recordings allow. */
  public static Reproduction run(Campaign campaign) {
    return new Reproducer(campaign).run();
  }

  private Reproduction run() {
    Map<Group, List<ShardedTensor>> groups =
        sorted(groups(campaign.measured(), Reproducer::joined));
    List<Measurement> measurements =
        groups.entrySet().parallelStream()
            .map(e ->
                Measurer.measure(e.getKey(), e.getValue(), coders.of(e.getKey(), e.getValue())))
            .toList();
    List<Verdict> verdicts =
        measurements.stream().map(Verdict::of).flatMap(Optional::stream).toList();
    return new Reproduction(
        campaign, claim(verdicts), verdicts, measurements, drift(groups), groups);
  }

  private interface Shaper {
    ShardedTensor shape(ShardedTensor tensor);
  }

  private static ShardedTensor joined(ShardedTensor tensor) {
    return tensor.joined(Reproduction.LEAST_SHARD_VALUES);
  }

  private static Map<Group, List<ShardedTensor>> groups(Recording recording, Shaper shaper) {
    Map<Group, List<ShardedTensor>> groups = new LinkedHashMap<>();
    recording
        .tensors()
        .forEach(tensor ->
            groups
                .computeIfAbsent(Group.of(tensor), group -> new ArrayList<>())
                .add(shaper.shape(tensor)));
    return groups;
  }

  /** Kinds with a history first, then by name: the claim's kind leads where it is. */
  private Map<Group, List<ShardedTensor>> sorted(Map<Group, List<ShardedTensor>> groups) {
    Map<Group, List<ShardedTensor>> sorted = new LinkedHashMap<>();
    groups.keySet().stream()
        .sorted(
            Comparator.comparing((Group group) -> !group.kind().equals(Claim.KIND))
                .thenComparing(group -> averages.of(group).isEmpty())
                .thenComparing(group -> !group.profile().format().equals("bf16"))
                .thenComparing(Group::kind)
                .thenComparing(group -> group.profile().split()))
        .forEach(group -> sorted.put(group, groups.get(group)));
    return sorted;
  }

  private Claim claim(List<Verdict> verdicts) {
    Optional<Verdict> verdict = verdicts.stream().filter(v -> isClaimed(v.group())).findFirst();
    if (verdict.isEmpty()) {
      boolean recorded =
          campaign.measured().tensors().stream().map(Group::of).anyMatch(Reproducer::isClaimed);
      return new Claim.Untested(
          recorded
              ? "nothing was recorded before " + campaign.measured().name() + " to fix a book from"
              : "there is no bf16 tensor of the kind " + Claim.KIND);
    }
    Group group = verdict.get().group();
    List<ShardedTensor> recorded =
        groups(campaign.measured(), tensor -> tensor).getOrDefault(group, List.of());
    Verdict raw =
        Verdict.of(Measurer.measure(group, recorded, coders.of(group, recorded))).orElseThrow();
    return new Claim.Tested(verdict.get(), raw);
  }

  private static boolean isClaimed(Group group) {
    return group.kind().equals(Claim.KIND) && group.profile().label().equals("bf16 bytes");
  }

  private List<DriftPoint> drift(Map<Group, List<ShardedTensor>> groups) {
    List<DriftPoint> points = new ArrayList<>(drift(campaign.measured(), "", groups));
    for (Recording other : campaign.otherText()) {
      points.addAll(drift(other, other.text(), groups(other, Reproducer::joined)));
    }
    return points;
  }

  private List<DriftPoint> drift(
      Recording coded, String text, Map<Group, List<ShardedTensor>> groups) {
    return groups.entrySet().parallelStream()
        .map(group -> drift(coded, text, group.getKey(), group.getValue()))
        .flatMap(Collection::stream)
        .toList();
  }

  private List<DriftPoint> drift(
      Recording coded, String text, Group group, List<ShardedTensor> tensors) {
    List<DriftPoint> points = new ArrayList<>();
    for (Average average : averages.of(group)) {
      Measurement measured = Measurer.measure(group, tensors, coders.of(average));
      points.add(
          new DriftPoint(
              group,
              text,
              coded.step().orElseThrow() - average.step(),
              measured.saved(Scheme.FIXED).orElseThrow(),
              measured.gap(Scheme.FIXED, Scheme.HUFFMAN).orElseThrow()));
    }
    return points;
  }
}
