package vail.sim.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vail.sim.net.Link;
import vail.sim.net.Topology;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Codec;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;

/**
 * Decides for each hop by itself what pays there, as a die could: by the closed forms of rings, as
 * if all messages went as those of this kind do.
 *
 * <p>Known of a hop are its slowest link, the bytes of its messages, how many follow each other,
 * whether they are added or passed on, and how many ports the die sends by at the time: those share
 * its codecs. What else travels over the links on the way is not known.
 */
public final class Gate implements Hops {
  /** Messages alike: of a phase, by a port, with so many pieces, all added or all kept. */
  private record Kind(int phase, int port, int pieces, boolean added) {}

  /** How many there are of a kind, and to how many dies they go. */
  private static final class Group {
    private final Set<Integer> peers = new HashSet<>();
    private int count;
  }

  /** What is asked for: by a port of a die, so many pieces. */
  private record Question(int die, int port, int pieces) {}

  private final Algorithm algorithm;
  private final Topology topology;
  private final Die die;
  private final Partition partition;
  private final Function<Codec, Frames> frames;
  private final Map<Question, Codec> answers = new HashMap<>();

  /**
   * A gate for each die.
   *
   * @param algorithm what is done
   * @param topology where
   * @param die what each can do
   * @param partition of the data
   * @param frames how large they are by codec
   */
  public Gate(
      Algorithm algorithm,
      Topology topology,
      Die die,
      Partition partition,
      Function<Codec, Frames> frames) {
    this.algorithm = algorithm;
    this.topology = topology;
    this.die = die;
    this.partition = partition;
    this.frames = frames;
    List<Moves> moves = new ArrayList<>();
    for (int each = 0; each < algorithm.dies(); each++) {
      moves.add(Moves.of(algorithm, each));
    }
    for (int each = 0; each < algorithm.dies(); each++) {
      decide(each, moves);
    }
  }

  @Override
  public Codec codec(int from, int to, int pieces) {
    return answers.getOrDefault(new Question(from, topology.route(from, to), pieces), Codec.NONE);
  }

  /** All codecs that are used. */
  public Set<Codec> codecs() {
    EnumSet<Codec> codecs = EnumSet.noneOf(Codec.class);
    codecs.addAll(answers.values());
    return codecs;
  }

  private void decide(int from, List<Moves> moves) {
    Map<Kind, Group> groups = new HashMap<>();
    Map<Integer, Set<Integer>> ports = new HashMap<>();
    Map<Integer, Integer> sent = new HashMap<>();
    Map<Integer, Link> links = new HashMap<>();
    for (Moves.Send send : moves.get(from).sends()) {
      int port = topology.route(from, send.to());
      int k = sent.merge(send.to(), 1, Integer::sum) - 1;
      boolean added = moves.get(send.to()).isAdded(from, k);
      Group group =
          groups.computeIfAbsent(
              new Kind(send.phase(), port, send.pieces(), added), _ -> new Group());
      group.count++;
      group.peers.add(send.to());
      ports.computeIfAbsent(send.phase(), _ -> new HashSet<>()).add(port);
      links.merge(port, slowest(from, send.to()), Gate::slower);
    }
    Map<Question, Map<Codec, Long>> times = new HashMap<>();
    groups.forEach((kind, group) -> {
      int sharing = ports.getOrDefault(kind.phase(), Set.of()).size();
      Link link = links.getOrDefault(kind.port(), topology.link(from, kind.port()));
      Map<Codec, Long> sums =
          times.computeIfAbsent(
              new Question(from, kind.port(), kind.pieces()), _ -> new EnumMap<>(Codec.class));
      for (Codec codec : Codec.values()) {
        sums.merge(codec, time(codec, kind, group, link, sharing), Long::sum);
      }
    });
    times.forEach((question, sums) -> answers.put(question, fastest(sums)));
  }

  /** Of equal ones the simplest. */
  private static Codec fastest(Map<Codec, Long> sums) {
    return Collections.min(sums.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** Messages to one die follow each other; those to several go side by side over the port. */
  private long time(Codec codec, Kind kind, Group group, Link link, int sharing) {
    BigInteger bytes =
        BigInteger.valueOf(partition.bytes()).multiply(BigInteger.valueOf(kind.pieces()));
    BigInteger parts =
        BigInteger.valueOf(algorithm.pieces()).multiply(BigInteger.valueOf(partition.lanes()));
    Stages stages =
        new Hop(link, die.sharedBy(sharing), codec, frames.apply(codec)).stages(bytes, parts);
    int beside = group.peers.size();
    int dies = group.count / beside + 1;
    int lanes = Math.multiplyExact(partition.lanes(), beside);
    return kind.added()
        ? RingForm.reduceScatter(dies, lanes, stages)
        : RingForm.allGather(dies, lanes, stages);
  }

  private Link slowest(int from, int to) {
    int node = from;
    Link slowest = topology.link(from, topology.route(from, to));
    while (node != to) {
      int port = topology.route(node, to);
      slowest = slower(slowest, topology.link(node, port));
      node = topology.neighbour(node, port);
    }
    return slowest;
  }

  private static Link slower(Link one, Link other) {
    return one.rate().bytesPerSecond() <= other.rate().bytesPerSecond() ? one : other;
  }
}
