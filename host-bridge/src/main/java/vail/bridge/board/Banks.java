package vail.bridge.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import vail.code.BookId;
import vail.code.Codebook;

/**
 * Which books lie in the banks of a coder. They stay there from run to run, and are loaded when a
 * run wants another; only between runs.
 */
final class Banks {
  /** As many as a coder has. */
  static final int COUNT = 8;

  private static final int BUSY = 1;

  /** A book takes some microseconds. */
  private static final int QUICK_LOOKS = 64;

  private static final int SEED_BYTES = 8;

  /** A book under the name that blocks call it. */
  record Named(BookId id, Codebook book) {}

  private final Link link;
  private final Kernel.Patience patience;
  private final int at;
  private final Map<Integer, Named> banks = new HashMap<>();
  private int next;

  Banks(Link link, Kernel.Patience patience, Way way) {
    this.link = link;
    this.patience = patience;
    this.at = way.books();
  }

  /** The device was reset: nothing is resident. */
  void forget() {
    banks.clear();
  }

  /** Gets books ready, no more than there are banks, wherever there is room. */
  void hold(List<Named> books) throws BoardTroubleException {
    for (Named book : books) {
      if (!banks.containsValue(book)) {
        while (books.contains(banks.get(next))) {
          next = (next + 1) % COUNT;
        }
        load(next, book);
      }
    }
  }

  /** Gets books ready in the first banks, in their order, for a choice among them. */
  void offer(List<Named> books) throws BoardTroubleException {
    for (int bank = 0; bank < books.size(); bank++) {
      if (!books.get(bank).equals(banks.get(bank))) {
        load(bank, books.get(bank));
      }
    }
    link.write(at + Registers.BOOK_CANDIDATES, (1 << books.size()) - 1);
  }

  private void load(int bank, Named named) throws BoardTroubleException {
    retire(named.id());
    banks.remove(bank);
    byte[] bytes = named.book().toBytes();
    for (int i = 0; i < bytes.length; i += Integer.BYTES) {
      link.write(at + Registers.BOOK_BYTES + i, word(bytes, i));
    }
    link.write(at + Registers.BOOK_CHECK, seed(named.book()));
    int name = named.id().slot() | named.id().epoch() << 8;
    link.write(at + Registers.BOOK_LOAD, name | bank << 16);
    int fault = fault(named.id());
    if (fault != 0) {
      throw new BoardTroubleException(
          Trouble.BOOK_REFUSED, "the book of " + named.id() + " has fault " + fault);
    }
    banks.put(bank, named);
  }

  /** No two banks may answer to a name. */
  private void retire(BookId id) throws BoardTroubleException {
    for (int bank = 0; bank < COUNT; bank++) {
      Named there = banks.get(bank);
      if (there != null && there.id().equals(id)) {
        link.write(at + Registers.BOOK_RETIRE, bank);
        banks.remove(bank);
      }
    }
  }

  /** What became of a load, when it is over. */
  private int fault(BookId id) throws BoardTroubleException {
    int status = link.read(at + Registers.BOOK_STATUS);
    for (int looks = 0; (status & BUSY) != 0; looks++) {
      if (looks > QUICK_LOOKS) {
        link.await(patience.look());
      }
      if (looks > QUICK_LOOKS + patience.looks()) {
        throw new BoardTroubleException(Trouble.BOOK_STUCK, "the book of " + id);
      }
      status = link.read(at + Registers.BOOK_STATUS);
    }
    return status >>> 8 & 31;
  }

  private static int word(byte[] bytes, int at) {
    int word = 0;
    for (int i = 0; i < Integer.BYTES && at + i < bytes.length; i++) {
      word |= (bytes[at + i] & 0xff) << Byte.SIZE * i;
    }
    return word;
  }

  /** B-16: the register behind the first eight bytes of the digest. */
  private static int seed(Codebook book) {
    CRC32C crc = new CRC32C();
    crc.update(book.digest(), 0, SEED_BYTES);
    return ~(int) crc.getValue();
  }
}
