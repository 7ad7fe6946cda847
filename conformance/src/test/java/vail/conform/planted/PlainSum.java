package vail.conform.planted;

import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The check of a block (B-16). */
record PlainSum(Plant plant) {
  private static final int POLYNOMIAL = 0x82f63b78;

  /** Of a block's parts, by the rule or by what is planted. */
  int of(Optional<PlainBook> book, byte[] head, byte[] payload, byte[] size) {
    boolean stored = (head[2] >> 5 & 1) == 0;
    Checksum sum = start();
    if (book.isPresent() || !plant.has(FrameBug.SEED_OF_RAW)) {
      sum.update(book.map(PlainBook::seed).orElse(new byte[8]));
    }
    if (!plant.has(FrameBug.CHECK_WITHOUT_HEAD)) {
      sum.update(head);
    }
    if (plant.has(FrameBug.CHECK_IN_STORED_ORDER) && stored) {
      sum.update(size);
      sum.update(payload);
      return (int) sum.getValue();
    }
    sum.update(payload);
    if (!plant.has(FrameBug.CHECK_WITHOUT_SIZE)) {
      sum.update(size);
    }
    return (int) sum.getValue();
  }

  private Checksum start() {
    if (plant.has(FrameBug.CHECK_OF_ZIP)) {
      return new CRC32();
    }
    return plant.has(FrameBug.CHECK_FROM_ZERO) ? new FromZero() : new CRC32C();
  }

  /** CRC-32C that starts with zeros. */
  private static final class FromZero implements Checksum {
    private int state;

    @Override
    public void update(int b) {
      state ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        state = state >>> 1 ^ (POLYNOMIAL & -(state & 1));
      }
    }

    @Override
    public void update(byte[] bytes, int at, int count) {
      for (int i = at; i < at + count; i++) {
        update(bytes[i]);
      }
    }

    @Override
    public long getValue() {
      return ~state & 0xffff_ffffL;
    }

    @Override
    public void reset() {
      state = 0;
    }
  }
}
