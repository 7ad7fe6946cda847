package vail.cli;

import vail.block.BlockHeader;

/** A block's header in words. */
public final class BlockWords {
  private BlockWords() {}

  /** E.g. {@code slot 1, epoch 0, bias 120, 8x32, stored}. */
  public static String of(BlockHeader header) {
    String how =
        header
            .book()
            .map(book -> "slot " + book.slot() + ", epoch " + book.epoch())
            .orElse(Names.of(header.kind()));
    String shift = header.book().isPresent() ? ", bias " + header.bias() : "";
    String layout = header.layout().map(lanes -> ", " + lanes).orElse("");
    return how + shift + layout + ", " + Names.of(header.order());
  }
}
