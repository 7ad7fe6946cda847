package vail.sim.bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import vail.sim.plan.Range;

/**
 * What the outputs of a run with real frames are worth: they were held, byte by byte, against those
 * of the same schedule done on one thread without any codec, and so was the chain of all values
 * that were received. Another algorithm, or another number of dies, adds in another order; its sums
 * of floats may differ.
 *
 * @param elements outputs that were compared
 * @param wrong those of them that differ
 * @param output SHA-256 of all outputs: die by die, lane by lane, piece by piece
 * @param replayOutput the same of the run without codec
 * @param chain SHA-256 chain of all that was received, as {@link Ledger} describes
 * @param replayChain the same of the run without codec
 */
public record Certificate(
    long elements,
    long wrong,
    String output,
    String replayOutput,
    String chain,
    String replayChain) {
  /** Whether nothing was lost. */
  public boolean holds() {
    return wrong == 0 && output.equals(replayOutput) && chain.equals(replayChain);
  }

  /** All of it in one line. */
  public String words() {
    return String.join(" ", elements + " " + wrong, output, replayOutput, chain, replayChain);
  }

  /** Reads {@link #words}. */
  public static Certificate parse(String words) {
    String[] each = words.split(" ", -1);
    return new Certificate(
        Long.parseLong(each[0]), Long.parseLong(each[1]), each[2], each[3], each[4], each[5]);
  }

  /** The certificate of several shares of dies: its digests are those of theirs, in their order. */
  public static Certificate of(List<Certificate> shares) {
    return new Certificate(
        shares.stream().mapToLong(Certificate::elements).sum(),
        shares.stream().mapToLong(Certificate::wrong).sum(),
        digest(shares, Certificate::output),
        digest(shares, Certificate::replayOutput),
        digest(shares, Certificate::chain),
        digest(shares, Certificate::replayChain));
  }

  private static String digest(List<Certificate> shares, Function<Certificate, String> part) {
    MessageDigest sha = Sha.start();
    shares.forEach(each -> sha.update(part.apply(each).getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(sha.digest());
  }

  static Certificate of(Load load, Side coded, Side replay, IntPredicate dies) {
    int elementBytes = load.partition().elementBytes();
    MessageDigest codedSha = Sha.start();
    MessageDigest replaySha = Sha.start();
    long elements = 0;
    long wrong = 0;
    for (int die = 0; die < coded.stores().size(); die++) {
      Range output = load.schedule().algorithm().output(die);
      if (output.count() > 0 && dies.test(die)) {
        byte[] found = coded.stores().get(die).read(output.first(), output.count()).bytes();
        byte[] wanted = replay.stores().get(die).read(output.first(), output.count()).bytes();
        codedSha.update(found);
        replaySha.update(wanted);
        elements += wanted.length / elementBytes;
        wrong += wrong(found, wanted, elementBytes);
      }
    }
    return new Certificate(
        elements,
        wrong,
        HexFormat.of().formatHex(codedSha.digest()),
        HexFormat.of().formatHex(replaySha.digest()),
        coded.ledger().chain(),
        replay.ledger().chain());
  }

  /**
   * What one of the two runs has left.
   *
   * @param stores what each die holds at the end
   * @param ledger of all that was received
   */
  record Side(List<Store> stores, Ledger ledger) {}

  /** Elements that differ in any bit, or are there on one side only. */
  private static long wrong(byte[] found, byte[] wanted, int elementBytes) {
    int both = Math.min(found.length, wanted.length);
    long wrong = ((long) Math.max(found.length, wanted.length) - both) / elementBytes;
    int at = Arrays.mismatch(found, 0, both, wanted, 0, both);
    while (at >= 0) {
      wrong++;
      int next = (at / elementBytes + 1) * elementBytes;
      int further = Arrays.mismatch(found, next, both, wanted, next, both);
      at = further < 0 ? -1 : next + further;
    }
    return wrong;
  }
}
