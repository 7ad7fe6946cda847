package vail.bridge.board;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes work to a device piece by piece: while it runs one, the one before is fetched and the next
 * one is brought. A piece in which the device fails is done once more after a reset; a device that
 * fails twice is given up.
 */
final class Pipeline implements AutoCloseable {
  /** The largest block and its job take less; more than the most has no use. */
  private static final int LEAST_BYTES = 128 << 10;

  private static final int MOST_BYTES = 4 << 20;
  private static final int STRETCHES = 4;
  private static final int PAGE = 4096;

  private final Link link;
  private final Kernel kernel;
  private final Banks encoderBanks;
  private final Banks decoderBanks;
  private final Consumer<BoardTroubleException> operator;
  private final Slot even;
  private final Slot odd;
  private Optional<BoardTroubleException> givenUp = Optional.empty();

  /** Memory that nobody wrote to holds no result. */
  private int tag = 1;

  /**
   * Makes sure of a device and resets it; closes it if that fails.
   *
   * @param operator hears of each trouble
   */
  static Pipeline open(
      BoardTransport board, Kernel.Patience patience, Consumer<BoardTroubleException> operator)
      throws BoardTroubleException {
    Link link = new Link(board);
    try {
      return new Pipeline(link, patience, operator);
    } catch (BoardTroubleException e) {
      link.close();
      throw e;
    }
  }

  private Pipeline(Link link, Kernel.Patience patience, Consumer<BoardTroubleException> operator)
      throws BoardTroubleException {
    this.link = link;
    this.kernel = new Kernel(link, patience);
    this.operator = operator;
    this.encoderBanks = new Banks(link, patience, Way.ENCODE);
    this.decoderBanks = new Banks(link, patience, Way.DECODE);
    kernel.identify();
    kernel.reset();
    int bytes = (int) Math.min(MOST_BYTES, link.memoryBytes() / STRETCHES / PAGE * PAGE);
    if (bytes < LEAST_BYTES) {
      throw new BoardTroubleException(
          Trouble.OUT_OF_MEMORY,
          link.memoryBytes() + " bytes, where " + STRETCHES * LEAST_BYTES + " are needed");
    }
    even = new Slot(link.arena(), link.memoryAt(), bytes);
    odd = new Slot(link.arena(), link.memoryAt() + 2L * bytes, bytes);
  }

  /** Does all of a work; what the device cannot do ends as INTERNAL. */
  void code(Work work) {
    while (work.delivered() < work.batch.size() && givenUp.isEmpty()) {
      try {
        stretch(work);
      } catch (BoardTroubleException first) {
        operator.accept(first);
        again(work);
      }
    }
    work.giveUp();
    work.close();
  }

  /** As many pieces as the device does without trouble. */
  private void stretch(Work work) throws BoardTroubleException {
    Slot running = bring(work, work.delivered(), even);
    start(work, running);
    while (running.end() < work.batch.size() && !work.isAwaited(running.end() - 1)) {
      Slot next = bring(work, running.end(), running == even ? odd : even);
      await(running);
      start(work, next);
      fetch(work, running);
      running = next;
    }
    await(running);
    fetch(work, running);
  }

  /** One piece alone, after a reset. */
  private void again(Work work) {
    try {
      kernel.reset();
      encoderBanks.forget();
      decoderBanks.forget();
      Slot slot = bring(work, work.delivered(), even);
      start(work, slot);
      await(slot);
      fetch(work, slot);
    } catch (BoardTroubleException second) {
      givenUp = Optional.of(second);
      operator.accept(second);
    }
  }

  private Slot bring(Work work, int from, Slot slot) throws BoardTroubleException {
    work.fill(from, slot);
    if (slot.count() > 0) {
      slot.seal(tag);
      tag += slot.count();
      slot.upload(link);
    }
    return slot;
  }

  private void start(Work work, Slot slot) throws BoardTroubleException {
    if (slot.count() > 0) {
      work.prepare(slot, work.way() == Way.ENCODE ? encoderBanks : decoderBanks);
      slot.start(kernel, work.way());
    }
  }

  private void await(Slot slot) throws BoardTroubleException {
    if (slot.count() > 0) {
      kernel.await(slot.count());
      slot.ran(kernel.cycles());
    }
  }

  private void fetch(Work work, Slot slot) throws BoardTroubleException {
    if (slot.count() > 0) {
      slot.download(link);
      work.judge(slot);
      Totals.add(work.way(), slot);
    }
    work.deliver(slot);
  }

  /** Why the device was given up, if it was. */
  Optional<BoardTroubleException> givenUp() {
    return givenUp;
  }

  @Override
  public void close() {
    link.close();
  }
}
