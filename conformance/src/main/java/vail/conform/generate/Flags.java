package vail.conform.generate;

import java.util.List;
import vail.conform.vector.Flag;

/** The classes of bugs that vectors hunt. */
final class Flags {
  private Flags() {}

  /** All of them. */
  static final List<Flag> ALL =
      List.of(
          flag("BitOrder", "bits or bytes are packed in another order", "wrong data", ""),
          flag(
              "CodeTable",
              "codes are numbered otherwise, cut at 8 bits, or the table is an entry short",
              "wrong data; reads behind the table",
              "CVE-2023-4863"),
          flag("Escape", "literals come in another order or at another place", "wrong data", ""),
          flag(
              "Bias",
              "a bias is applied in the wrong direction, to zeros, or modulo 256",
              "wrong data where the scale drifts",
              ""),
          flag("LaneDeal", "symbols go to another lane or step", "wrong data", ""),
          flag(
              "LastRound",
              "a last round that is not full is handled as a full one",
              "wrong data",
              ""),
          flag(
              "SizeEdge",
              "65,536 or 1 symbols overflow a field or a loop",
              "crash, wrong data",
              ""),
          flag("RawFallback", "raw is taken a byte too early or too late", "blocks differ", ""),
          flag("Choice", "ties or the sample of best are handled otherwise", "blocks differ", ""),
          flag(
              "Malleability",
              "bits that mean nothing are accepted",
              "two blocks for the same data; a channel for hidden data",
              ""),
          flag("Truncation", "bytes that are not there are read", "crash, leak of memory", ""),
          flag("Trailing", "bytes that belong to nobody are ignored", "hidden data", ""),
          flag(
              "Checksum",
              "the check is ignored, or computed over something else",
              "wrong data",
              ""),
          flag("StaleBook", "a book of another slot or epoch is used", "wrong data", ""),
          flag(
              "HostileBook",
              "a book whose lengths make no code is accepted",
              "writes behind tables, endless loops",
              "CVE-2023-4863"),
          flag("Reserved", "reserved bits are ignored", "no way to extend the format", ""),
          flag(
              "ErrorClass",
              "the wrong fault is reported, or in the wrong order",
              "no diagnosis",
              ""),
          flag(
              "Bomb",
              "memory is taken for sizes that are only announced",
              "denial of service",
              "CVE-2023-34455"),
          flag(
              "Overflow",
              "room is computed too small or with overflow",
              "writes behind the target",
              "CVE-2018-25032"),
          flag(
              "Release",
              "bytes are handed out before the block is known to be good",
              "wrong data, stale memory",
              "CVE-2025-66566"),
          flag(
              "Training",
              "ties, limits or costs of training are handled otherwise",
              "books differ",
              ""),
          flag("ElementBits", "bits of elements change: NaN, -0.0, subnormals", "data lost", ""),
          flag("State", "something of an earlier request remains", "wrong data now and then", ""),
          flag("Stall", "data is lost or doubled when a neighbour stalls", "wrong data", ""),
          flag("Caller", "a wrong call is bent into a right one, or crashes", "crash", ""));

  private static Flag flag(String name, String bug, String effect, String seen) {
    return new Flag(name, bug, effect, seen);
  }
}
