package vail.sim.algo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Audit;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Range;
import vail.sim.plan.Schedule;

/**
 * Reads a schedule in the XML that MSCCL runs: tags {@code algo}, {@code gpu}, {@code tb} (a thread
 * block) and {@code step}. Thread blocks, channels and dependencies become one script for each die;
 * the protocol that it was written for is not looked at.
 */
public final class MscclFile {
  private static final int MOST_DIES = 1 << 12;
  private static final int MOST_CHUNKS = 1 << 16;
  private static final int MOST_NUMBER = 1 << 20;

  /** Chunks of all dies and buffers: few numbers in a small file must not fill the memory. */
  private static final long MOST_PLACES = 1 << 22;

  private static final Map<String, Collective> COLLECTIVES =
      new TreeMap<>(
          Map.of(
              "allreduce", Collective.ALL_REDUCE,
              "allgather", Collective.ALL_GATHER,
              "reduce_scatter", Collective.REDUCE_SCATTER,
              "alltoall", Collective.ALL_TO_ALL,
              "broadcast", Collective.BROADCAST));

  private final XmlTags tags;
  private final MscclBuffers buffers;
  private final List<List<MscclOrder.Block>> dies = new ArrayList<>();
  private int scratch;
  private int mostScratch;
  private MscclStep.Wire wire = new MscclStep.Wire(-1, -1, 0);

  /** At the first tag. */
  private MscclFile(XmlTags tags) {
    this.tags = tags;
    if (!tags.next().equals(Optional.of("algo"))) {
      throw tags.wrong("a schedule of MSCCL begins with the tag algo");
    }
    buffers = buffers();
  }

  /**
   * Reads a file.
   *
   * @param name of the algorithm
   * @throws VailFormatException where something is wrong, and what; at 0 where every line is right
   *     but the schedule does not do its collective
   */
  public static Algorithm read(String name, byte[] text) {
    Algorithm algorithm = new MscclFile(new XmlTags(text)).read(name);
    try {
      Audit.check(Schedule.of(algorithm, Hops.all(Codec.NONE)));
    } catch (IllegalArgumentException e) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          0,
          "this does no %s: %s".formatted(word(algorithm.collective()), e.getMessage()));
    }
    return algorithm;
  }

  private static String word(Collective collective) {
    return collective.name().toLowerCase(Locale.ROOT);
  }

  private MscclBuffers buffers() {
    String name = tags.word("coll");
    Collective collective = COLLECTIVES.get(name);
    if (collective == null) {
      throw tags.wrong(
          "coll is one of %s, not %s".formatted(String.join(", ", COLLECTIVES.keySet()), name));
    }
    return placed(() ->
        new MscclBuffers(
            collective,
            tags.number("ngpus", 1, MOST_DIES),
            tags.number("nchunksperloop", 1, MOST_CHUNKS),
            tags.number("inplace", 0, 1, 0) == 1));
  }

  private Algorithm read(String name) {
    for (Optional<String> tag = tags.next(); tag.isPresent(); tag = tags.next()) {
      switch (tag.get()) {
        case "gpu" -> gpu();
        case "tb" -> block();
        case "step" -> step();
        default -> throw tags.wrong("the tag %s is not known".formatted(tag.get()));
      }
    }
    if (dies.size() != buffers.dies()) {
      throw tags.wrong("%d gpus are there of %d".formatted(dies.size(), buffers.dies()));
    }
    int vectors = buffers.vectors() + Math.ceilDiv(mostScratch, buffers.pieces());
    long places = (long) vectors * buffers.pieces() * buffers.dies();
    if (places > MOST_PLACES) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          tags.at(),
          "%d chunks in all buffers of all gpus, at most %d are accepted"
              .formatted(places, MOST_PLACES));
    }
    return new Imported(name, buffers, vectors, MscclOrder.of(dies));
  }

  private void gpu() {
    int id = tags.number("id", 0, MOST_DIES);
    if (id != dies.size() || id >= buffers.dies()) {
      throw tags.wrong("gpu %d where %d is due of %d".formatted(id, dies.size(), buffers.dies()));
    }
    scratch = tags.number("s_chunks", 0, MOST_CHUNKS, 0);
    mostScratch = Math.max(mostScratch, scratch);
    dies.add(new ArrayList<>());
  }

  private void block() {
    if (dies.isEmpty()) {
      throw tags.wrong("a tb stands in a gpu");
    }
    wire = new MscclStep.Wire(peer("send"), peer("recv"), tags.number("chan", -1, MOST_NUMBER, 0));
    int id = tags.number("id", 0, MOST_NUMBER);
    dies.getLast().add(new MscclOrder.Block(id, new ArrayList<>()));
  }

  private int peer(String attribute) {
    int peer = tags.number(attribute, -1, buffers.dies() - 1, -1);
    if (peer == dies.size() - 1) {
      throw tags.wrong("gpu %d has itself for %s".formatted(peer, attribute));
    }
    return peer;
  }

  private void step() {
    if (dies.isEmpty() || dies.getLast().isEmpty()) {
      throw tags.wrong("a step stands in a tb");
    }
    List<MscclStep> steps = dies.getLast().getLast().steps();
    if (tags.number("s", 0, MOST_NUMBER) != steps.size()) {
      throw tags.wrong("step %s where %d is due".formatted(tags.word("s"), steps.size()));
    }
    MscclStep.Kind kind = kind();
    Range none = new Range(0, 0);
    steps.add(
        new MscclStep(
            tags.at(),
            kind,
            kind.reads() ? range("srcbuf", "srcoff") : none,
            kind.writes() ? range("dstbuf", "dstoff") : none,
            wire,
            new MscclStep.After(
                tags.number("depid", -1, MOST_NUMBER, -1),
                tags.number("deps", -1, MOST_NUMBER, -1))));
  }

  private MscclStep.Kind kind() {
    String name = tags.word("type");
    for (MscclStep.Kind kind : MscclStep.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        if (kind.sends() && wire.send() < 0 || kind.receives() && wire.receive() < 0) {
          throw tags.wrong("%s in a tb without a partner for it".formatted(name));
        }
        return kind;
      }
    }
    throw tags.wrong("type %s is not known".formatted(name));
  }

  private Range range(String buffer, String offset) {
    Range chunks =
        new Range(tags.number(offset, 0, MOST_CHUNKS), tags.number("cnt", 1, MOST_CHUNKS));
    return placed(() -> buffers.range(dies.size() - 1, tags.word(buffer), scratch, chunks));
  }

  private interface Placed<T> {
    T make();
  }

  /** Gives a complaint its place. */
  private <T> T placed(Placed<T> placed) {
    try {
      return placed.make();
    } catch (IllegalArgumentException e) {
      throw tags.wrong(String.valueOf(e.getMessage()));
    }
  }
}
