package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.cli.sim.page.BreakEvenMap;

/** What a page does not show, and why. */
final class Omissions {
  private Omissions() {}

  static List<String> of(
      Findings findings,
      Row none,
      Optional<Focus> focus,
      Optional<BreakEvenMap> map,
      Optional<Sensitivity> sensitivity) {
    List<String> words = new ArrayList<>();
    if (none.time() == 0) {
      words.add("Not drawn: anything; nothing moves.");
    }
    if (findings.subject().isHostTime()) {
      words.add(
          "Not shown: links and dies over time, and where compression pays; nothing was held back,"
              + " and pictures of the model's time would not be of this run's. Without --dilation 0"
              + " they are there.");
    } else {
      words.addAll(ofModel(findings, focus, map, sensitivity));
    }
    if (findings.energy().wire().isEmpty()) {
      words.add(
          "Not shown: energy; nobody says what a bit costs on these links, --pj-per-bit does.");
    }
    return words;
  }

  private static List<String> ofModel(
      Findings findings,
      Optional<Focus> focus,
      Optional<BreakEvenMap> map,
      Optional<Sensitivity> sensitivity) {
    List<String> words = new ArrayList<>();
    if (focus.isEmpty()) {
      words.add(
          "Not shown: network, links and dies over time; mode %s runs nothing."
              .formatted(findings.mode()));
    }
    if (map.isEmpty()) {
      words.add(
          "Not shown: the map of sizes and speeds; its runs would take more than %,d events."
              .formatted(BreakEven.MOST_EVENTS));
    }
    if (sensitivity.isEmpty()) {
      words.add(
          "Not shown: what moves the result most; --sensitivity asks for it however long it takes.");
    }
    return words;
  }
}
