package vail.sim.plan;

/**
 * What an algorithm tells one die to do, in order.
 *
 * <p>The order says which value of a piece is meant, no more: a move starts as soon as the values
 * it takes are there. A value sent is the value at this place of the script; later ones do not
 * disturb it. The k-th send from one die to another meets the k-th receive there.
 */
public interface Script {
  /** Chooses the channel of the sends that follow; it is 0 at first. */
  void channel(int number);

  /** Sends pieces. */
  void send(int to, Range pieces);

  /** Receives pieces, and keeps them. */
  void store(int from, Range pieces);

  /** Receives pieces, and adds them to what is there. */
  void reduce(int from, Range pieces);

  /** Copies pieces within the die. */
  void copy(Range from, Range to);

  /** Adds pieces of the die to others of its own. */
  void add(Range from, Range to);

  /** What is done with these pieces from here on waits for all their sub-chunks, in every lane. */
  void fence(Range pieces);
}
