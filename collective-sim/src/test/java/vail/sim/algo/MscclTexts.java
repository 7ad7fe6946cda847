package vail.sim.algo;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import vail.sim.plan.Collective;

/** Schedules of some collectives in MSCCL's XML, for any count of dies. */
public final class MscclTexts {
  private final StringBuilder text = new StringBuilder();
  private int step;

  private MscclTexts() {}

  /** What a file of {@link #allPairs} does, read as one of a user is. */
  public static Family family() {
    return new Family(
        "pairs.xml",
        Set.of(Collective.ALL_REDUCE),
        (collective, layout) ->
            MscclFile.read("pairs.xml", allPairs(layout.dies()).getBytes(StandardCharsets.UTF_8)));
  }

  /** Each die sums its part in scratch, told when all others' are there, then spreads it. */
  public static String allPairs(int dies) {
    return algo(
        "allreduce",
        dies,
        dies,
        1,
        dies,
        (xml, die) -> {
          for (int after = 1; after < dies; after++) {
            int peer = (die + after) % dies;
            xml.block(peer, peer, peer, 0);
            xml.step("s", "i", peer, "i", peer, -1, -1);
            xml.step("r", "i", die, "s", peer, -1, -1);
            xml.step("s", "i", die, "i", die, die, dies - 2);
            xml.step("r", "i", peer, "i", peer, -1, -1);
          }
          xml.block(die, -1, -1, 0);
          for (int after = 1; after < dies; after++) {
            int peer = (die + after) % dies;
            xml.step("re", "s", peer, "i", die, peer, 1);
          }
        });
  }

  /** One ring, out of place, with steps that are fused as far as they can be. */
  public static String ring(int dies) {
    return algo(
        "allreduce",
        dies,
        dies,
        0,
        0,
        (xml, die) -> {
          xml.block(0, (die + 1) % dies, (die + dies - 1) % dies, 0);
          xml.step("s", "i", die, "i", die, -1, -1);
          for (int at = 1; at < dies - 1; at++) {
            int chunk = (die - at + dies) % dies;
            xml.step("rrs", "i", chunk, "i", chunk, -1, -1);
          }
          int own = (die + 1) % dies;
          xml.step("rrcs", "i", own, "o", own, -1, -1);
          for (int at = 0; at < dies - 2; at++) {
            int chunk = (die - at + dies) % dies;
            xml.step("rcs", "o", chunk, "o", chunk, -1, -1);
          }
          int last = (die + 2) % dies;
          xml.step("r", "o", last, "o", last, -1, -1);
        });
  }

  /** To all others at once, out of place, two chunks a die at a time. */
  public static String allGather(int dies) {
    return algo(
        "allgather",
        dies,
        2 * dies,
        0,
        0,
        (xml, die) -> {
          xml.block(dies, -1, -1, 0);
          xml.step("cpy", "i", 0, "o", 2 * die, -1, -1, 2);
          for (int after = 1; after < dies; after++) {
            int peer = (die + after) % dies;
            xml.block(peer, peer, peer, 0);
            xml.step("s", "i", 0, "o", 2 * die, -1, -1, 2);
            xml.step("r", "i", 0, "o", 2 * peer, -1, -1, 2);
          }
        });
  }

  /** Directly, out of place, with a step that does nothing but wait. */
  public static String reduceScatter(int dies) {
    return algo(
        "reduce_scatter",
        dies,
        dies,
        0,
        0,
        (xml, die) -> {
          xml.block(dies, -1, -1, 0);
          xml.step("cpy", "i", die, "o", 0, -1, -1);
          for (int after = 1; after < dies; after++) {
            int peer = (die + after) % dies;
            int from = (die - after + dies) % dies;
            xml.block(after - 1, peer, from, 0);
            xml.step("s", "i", peer, "o", 0, -1, -1);
            xml.step("nop", "i", -1, "o", -1, after == 1 ? dies : after - 2, after == 1 ? 0 : 2);
            xml.step("rrc", "o", 0, "o", 0, -1, -1);
          }
        });
  }

  /** Two chunks for each other die, on a channel each, the later one first. */
  public static String allToAll(int dies) {
    return algo(
        "alltoall",
        dies,
        2 * dies,
        0,
        0,
        (xml, die) -> {
          xml.block(0, -1, -1, 0);
          xml.step("cpy", "i", 2 * die, "o", 2 * die, -1, -1, 2);
          for (int after = 1; after < dies; after++) {
            for (int channel = 1; channel >= 0; channel--) {
              int peer = (die + after) % dies;
              xml.block(1 + 2 * after + channel, peer, peer, channel);
              xml.step("s", "i", 2 * peer + channel, "o", 2 * die + channel, -1, -1);
              xml.step("r", "i", 2 * die + channel, "o", 2 * peer + channel, -1, -1);
            }
          }
        });
  }

  /** From die to die. */
  public static String broadcast(int dies) {
    return algo(
        "broadcast",
        dies,
        1,
        1,
        0,
        (xml, die) -> {
          int last = dies - 1;
          xml.block(0, die == last ? -1 : die + 1, die - 1, 0);
          xml.step(die == 0 ? "s" : die == last ? "r" : "rcs", "i", 0, "i", 0, -1, -1);
        });
  }

  @FunctionalInterface
  private interface OfDie {
    void write(MscclTexts xml, int die);
  }

  private static String algo(
      String collective, int dies, int chunks, int inPlace, int scratch, OfDie ofDie) {
    MscclTexts xml = new MscclTexts();
    xml.text.append(
        "<algo name=\"test\" nchannels=\"2\" nchunksperloop=\"%d\" ngpus=\"%d\" coll=\"%s\" inplace=\"%d\">\n"
            .formatted(chunks, dies, collective, inPlace));
    for (int die = 0; die < dies; die++) {
      xml.text.append(" <gpu id=\"%d\" s_chunks=\"%d\">\n".formatted(die, scratch));
      ofDie.write(xml, die);
      xml.text.append("  </tb>\n </gpu>\n");
      xml.step = 0;
    }
    return xml.text.append("</algo>\n").toString();
  }

  private void block(int id, int send, int receive, int channel) {
    text.append(step > 0 ? "  </tb>\n" : "");
    text.append(
        "  <tb id=\"%d\" send=\"%d\" recv=\"%d\" chan=\"%d\">\n"
            .formatted(id, send, receive, channel));
    step = 0;
  }

  private void step(
      String type, String from, int first, String to, int second, int block, int after) {
    step(type, from, first, to, second, block, after, 1);
  }

  private void step(
      String type, String from, int first, String to, int second, int block, int after, int count) {
    text.append(
        ("   <step s=\"%d\" type=\"%s\" srcbuf=\"%s\" srcoff=\"%d\" dstbuf=\"%s\" dstoff=\"%d\""
                + " cnt=\"%d\" depid=\"%d\" deps=\"%d\" hasdep=\"0\"/>\n")
            .formatted(step++, type, from, first, to, second, count, block, after));
  }
}
