package vail.sim.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import vail.sim.plan.Program;
import vail.sim.plan.Schedule;
import vail.sim.plan.Steps;

/**
 * The digests of all that was received, by the operation that had sent it.
 *
 * <p>The chain starts from the SHA-256 of {@code vail-collective/1}; each message makes the next
 * link of it: the SHA-256 of the link before, of step, die, first piece and count of pieces as
 * big-endian numbers of 32 bits, and of the SHA-256 of the values. Messages follow each other by
 * step, die and place in the die's script, so a schedule has the same chain whatever the codec.
 * What nobody has noted makes no link.
 */
final class Ledger {
  private final Schedule schedule;
  private final Steps steps;
  private final byte[][][] digests;

  Ledger(Schedule schedule, Steps steps) {
    this.schedule = schedule;
    this.steps = steps;
    digests = new byte[schedule.dies()][][];
    for (int die = 0; die < digests.length; die++) {
      digests[die] = new byte[schedule.program(die).size()][];
    }
  }

  /** Notes the values that have come in from a send of a die. */
  void note(int die, int send, Chunk values) {
    digests[die][send] = values.digest();
  }

  private record Entry(int step, int die, int send) {}

  /** The last link, in hexadecimal digits. */
  String chain() {
    MessageDigest sha = Sha.start();
    byte[] link = sha.digest("vail-collective/1".getBytes(StandardCharsets.US_ASCII));
    for (Entry entry : entries()) {
      Program program = schedule.program(entry.die());
      ByteBuffer place = ByteBuffer.allocate(4 * Integer.BYTES);
      place.putInt(entry.step()).putInt(entry.die());
      place.putInt(program.first(entry.send())).putInt(program.count(entry.send()));
      sha.update(link);
      sha.update(place.array());
      link = sha.digest(digests[entry.die()][entry.send()]);
    }
    return HexFormat.of().formatHex(link);
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int die = 0; die < digests.length; die++) {
      for (int op = 0; op < digests[die].length; op++) {
        if (digests[die][op] != null) {
          entries.add(new Entry(steps.of(die, op), die, op));
        }
      }
    }
    // By step; a sort keeps the order of dies and their operations.
    entries.sort(Comparator.comparingInt(Entry::step));
    return entries;
  }
}
