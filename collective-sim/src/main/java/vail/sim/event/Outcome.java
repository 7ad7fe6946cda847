package vail.sim.event;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import vail.sim.net.Topology;
import vail.sim.plan.OpKind;

/**
 * What a run has come to. Links are numbered over all nodes, in the order of nodes and ports. Where
 * one die was run for all, what it did is what each did.
 */
public final class Outcome {
  private final Run run;
  private final Shard[] shards;
  private final int copies;

  Outcome(Run run, Shard[] shards) {
    this.run = run;
    this.shards = shards;
    copies = run.shown.nodes() / run.wiring.nodes();
  }

  /** Picoseconds from the start to the end of the last operation. */
  public long time() {
    long last = 0;
    for (Shard shard : shards) {
      last = Math.max(last, shard.last());
    }
    return last;
  }

  /** Events that were taken from queues. */
  public long events() {
    return copies * Arrays.stream(shards).mapToLong(Shard::events).sum();
  }

  /** Bytes of the values that were sent, each message counted once. */
  public long sentBytes() {
    return sum(run.shares.partsOfByte(), Shard::sent);
  }

  /** Bytes of the messages, each counted once however far it went. */
  public long messageBytes() {
    return sum(run.sizes.partsOfByte(), Shard::carried);
  }

  private long sum(long partsOfByte, Function<Shard, Amount> figure) {
    Amount sum = new Amount(partsOfByte);
    for (Shard shard : shards) {
      sum.add(figure.apply(shard), copies);
    }
    return sum.bytes();
  }

  /** Dies. */
  public int dies() {
    return copies * run.schedule.dies();
  }

  /** Links, those that lead nowhere counted. */
  public int links() {
    return run.shown.size();
  }

  /** The first link of a node; those of the next node follow its own. */
  public int firstLink(int node) {
    return run.shown.first(node);
  }

  /** The node a link leads to, or {@link Topology#NOWHERE}. */
  public int neighbour(int link) {
    return run.shown.neighbour(link);
  }

  /** Picoseconds a link was busy. */
  public long linkBusy(int link) {
    return run.links.busy(link % run.wiring.size());
  }

  /** Bytes a link has carried, before flits; a started one counted whole. */
  public long linkBytes(int link) {
    return Math.ceilDiv(linkParts(link), run.sizes.partsOfByte());
  }

  /** Bytes that all links have carried, each hop counted. */
  public long wireBytes() {
    Amount sum = new Amount(run.sizes.partsOfByte());
    for (int link = 0; link < links(); link++) {
      sum.add(linkParts(link));
    }
    return sum.bytes();
  }

  private long linkParts(int link) {
    return run.links.parts(link % run.wiring.size());
  }

  /** Picoseconds that the units of a die were busy with a kind of operation. */
  public long unitBusy(int die, OpKind kind) {
    return run.units.busy(die % run.schedule.dies(), kind);
  }

  /** How long messages waited for their links. */
  public Waits linkWaits() {
    Waits sum = new Waits();
    for (Shard shard : shards) {
      sum.add(shard.linkWaits(), copies);
    }
    return sum;
  }

  /** How long operations of a kind waited for a unit. */
  public Waits unitWaits(OpKind kind) {
    Waits sum = new Waits();
    for (Shard shard : shards) {
      sum.add(shard.unitWaits(kind.code()), copies);
    }
    return sum;
  }

  /** A SHA-256 in hexadecimal digits over all events in their order at each node. */
  public String digest() {
    int nodes = run.shown.nodes();
    ByteBuffer digests = ByteBuffer.allocate(Math.multiplyExact(nodes, Long.BYTES));
    for (int node = 0; node < nodes; node++) {
      digests.putLong(run.digests[node % run.digests.length]);
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(digests.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
