package vail.sim.bytes;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import vail.sim.plan.Schedule;

/** Bytes of all messages as they were really sent. */
public final class Traffic {
  private final int lanes;
  private final int[][][] frames;
  private final int[][] raw;
  private final byte[][][] digests;

  Traffic(Schedule schedule, int lanes) {
    this.lanes = lanes;
    frames = new int[schedule.dies()][][];
    raw = new int[schedule.dies()][];
    digests = new byte[schedule.dies()][][];
    for (int die = 0; die < frames.length; die++) {
      frames[die] = new int[schedule.program(die).size()][];
      raw[die] = new int[schedule.program(die).size()];
      digests[die] = new byte[schedule.program(die).size()][];
    }
  }

  void note(int die, int send, List<Frame> message) {
    int[] bytes = new int[lanes];
    for (Frame frame : message) {
      for (int lane = 0; lane < lanes; lane++) {
        bytes[lane] += frame.bytes(lane);
        raw[die][send] += frame.rawBytes(lane);
      }
    }
    frames[die][send] = bytes;
    digests[die][send] = digest(message);
  }

  /** Values that nobody coded are not frames; the chain of a certificate has them. */
  private static byte[] digest(List<Frame> message) {
    MessageDigest sha = Sha.start();
    for (Frame frame : message) {
      switch (frame) {
        case Frame.Coded coded -> sha.update(coded.digest());
        case Frame.Plain plain -> {}
      }
    }
    return sha.digest();
  }

  /** SHA-256 over the SHA-256 of all coded frames, die by die in the order of their scripts. */
  String digest() {
    MessageDigest sha = Sha.start();
    each((die, send) -> sha.update(digests[die][send]));
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Bytes on the wire of what a SEND or FORWARD of a die sends in a lane. */
  public long wire(int die, int send, int lane) {
    return frames[die][send][lane];
  }

  /** The same in all lanes. */
  long wire(int die, int send) {
    long sum = 0;
    for (int bytes : frames[die][send]) {
      sum += bytes;
    }
    return sum;
  }

  /** What is done with a send of a die. */
  @FunctionalInterface
  interface Sends {
    void see(int die, int send);
  }

  /** Goes through all sends, die by die. */
  void each(Sends sends) {
    for (int die = 0; die < frames.length; die++) {
      for (int op = 0; op < frames[die].length; op++) {
        if (frames[die][op] != null) {
          sends.see(die, op);
        }
      }
    }
  }

  /** Bytes of its values in all lanes. */
  long raw(int die, int send) {
    return raw[die][send];
  }
}
