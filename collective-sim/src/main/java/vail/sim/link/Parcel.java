package vail.sim.link;

import java.util.List;
import java.util.Optional;
import vail.sim.bytes.Part;
import vail.sim.bytes.Word;

/**
 * What one lane of a SEND or FORWARD puts on its way, or a word about books in place of frames;
 * handed on unchanged from node to node.
 *
 * @param from the die that sent it
 * @param to the die it is for
 * @param receive the RECV there that it meets
 * @param lane of the schedule
 * @param tail the pacer's time at which its last byte is due at the node it goes to next
 * @param parts the frames in it, in the order of their pieces
 */
public record Parcel(int from, int to, int receive, int lane, long tail, List<Part> parts) {
  /** Takes a copy. */
  public Parcel {
    parts = List.copyOf(parts);
  }

  /** A word of a die to another. */
  public static Parcel of(int from, int to, Word word) {
    return new Parcel(from, to, 0, 0, 0, List.of(word.part()));
  }

  /**
   * The word in it, if it holds no frames.
   *
   * @throws vail.fault.VailFormatException if it holds one that is not sound
   */
  public Optional<Word> word() {
    return parts.size() == 1 && parts.getFirst().form() == Part.Form.WORD
        ? Optional.of(Word.read(parts.getFirst()))
        : Optional.empty();
  }

  /** Bytes of its frames. */
  public long bytes() {
    long sum = 0;
    for (Part part : parts) {
      sum += part.length();
    }
    return sum;
  }

  /** Bytes of the values in them. */
  public long rawBytes() {
    long sum = 0;
    for (Part part : parts) {
      sum += part.rawBytes();
    }
    return sum;
  }

  /** The same with other frames. */
  public Parcel with(List<Part> others) {
    return new Parcel(from, to, receive, lane, tail, others);
  }

  /** The same, due at another time. */
  public Parcel due(long time) {
    return new Parcel(from, to, receive, lane, time, parts);
  }
}
