package vail.sim.model;

import java.util.function.UnaryOperator;
import vail.sim.plan.OpKind;

/**
 * What each die can do, and how fast; bytes are those of the values, not of frames.
 *
 * @param histogram counts symbols
 * @param tree makes a codebook; its time does not depend on bytes
 * @param encode makes frames
 * @param decode restores values
 * @param reduce adds
 * @param copy copies
 */
public record Die(
    Service histogram, Service tree, Service encode, Service decode, Service reduce, Service copy) {
  /** A die that takes no time for anything. */
  public static final Die FREE =
      new Die(Service.FREE, Service.FREE, Service.FREE, Service.FREE, Service.FREE, Service.FREE);

  /** Whether a kind of operation keeps a unit busy. */
  public static boolean serves(OpKind kind) {
    return switch (kind) {
      case HISTOGRAM, TREE, ENCODE, DECODE, REDUCE, COPY, ADD -> true;
      case SEND, FORWARD, RECV, FENCE -> false;
    };
  }

  /** The same with other codecs, both changed alike. */
  public Die withCodecs(UnaryOperator<Service> change) {
    return new Die(histogram, tree, change.apply(encode), change.apply(decode), reduce, copy);
  }

  /** The same as so many ports see it that share its units: with as many units, but slower. */
  Die sharedBy(int ports) {
    return new Die(
        histogram.sharedBy(ports),
        tree.sharedBy(ports),
        encode.sharedBy(ports),
        decode.sharedBy(ports),
        reduce.sharedBy(ports),
        copy);
  }

  /** The service for operations of a kind. */
  public Service of(OpKind kind) {
    return switch (kind) {
      case HISTOGRAM -> histogram;
      case TREE -> tree;
      case ENCODE -> encode;
      case DECODE -> decode;
      case REDUCE, ADD -> reduce;
      case COPY -> copy;
      case SEND, FORWARD, RECV, FENCE ->
          throw new IllegalArgumentException(kind + " needs no unit");
    };
  }
}
