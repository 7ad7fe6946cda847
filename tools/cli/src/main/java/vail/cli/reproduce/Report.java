package vail.cli.reproduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vail.cli.reproduce.grid.Profile;
import vail.cli.reproduce.measure.BlockSaving;
import vail.cli.reproduce.measure.DriftPoint;
import vail.cli.reproduce.measure.Group;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Reproduction;

/**
 * All there is to tell.
 *
 * @param found what was measured on histograms
 * @param blocks what real blocks save
 */
public record Report(Reproduction found, List<BlockSaving> blocks) {
  /** Takes a copy of the list. */
  public Report {
    blocks = List.copyOf(blocks);
  }

  /** The measurements of bf16 tensors in one split, in order. */
  public List<Measurement> bf16(Profile.Split split) {
    return found.measurements().stream()
        .filter(m -> m.group().profile().format().equals("bf16"))
        .filter(m -> m.group().profile().split() == split)
        .toList();
  }

  /** The measurements that are not of bf16, in order. */
  public List<Measurement> otherFormats() {
    return found.measurements().stream()
        .filter(m -> !m.group().profile().format().equals("bf16"))
        .toList();
  }

  /** The other formats, each over all kinds of tensor. */
  public List<Measurement> pooledFormats() {
    Map<Profile, List<Measurement>> formats = new LinkedHashMap<>();
    otherFormats()
        .forEach(m -> formats.computeIfAbsent(m.group().profile(), p -> new ArrayList<>()).add(m));
    return formats.values().stream().map(all -> Measurement.pooled("all kinds", all)).toList();
  }

  /** Points of drift of bf16 as bytes. */
  public List<DriftPoint> byteDrift() {
    return found.drift().stream()
        .filter(point -> point.group().profile().label().equals("bf16 bytes"))
        .toList();
  }

  /** Ages and texts of these points: the text of training first, young books before old ones. */
  public static List<String> conditions(List<DriftPoint> points) {
    return points.stream()
        .sorted(Comparator.comparing(DriftPoint::text).thenComparingLong(DriftPoint::age))
        .map(DriftPoint::condition)
        .distinct()
        .toList();
  }

  /** The measurement of the same tensors as planes. */
  public Optional<Measurement> planes(Measurement bytes) {
    return found.measurements().stream()
        .filter(m -> isPlanesOf(bytes.group(), m.group()))
        .findAny();
  }

  private static boolean isPlanesOf(Group bytes, Group other) {
    return other.kind().equals(bytes.kind())
        && other.profile().format().equals(bytes.profile().format())
        && other.profile().split() == Profile.Split.PLANES;
  }

  /** What real blocks save of all tensors in one split; empty if nothing was encoded. */
  public Optional<BlockSaving> allBlocks(Profile.Split split) {
    BlockSaving total = BlockSaving.total(split, blocks);
    return total.rawBytes() == 0 ? Optional.empty() : Optional.of(total);
  }
}
