package vail.bench.codec;

import java.lang.foreign.MemorySegment;
import vail.backend.Backend;
import vail.bench.data.Plane;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Limits;

/** Whole blocks of one of our backends: bias, payload, frame and check, with a fixed book. */
final class BackendCodec implements Codec {
  private static final BookId ID = new BookId(1, 0);

  private final BlockEncoder encoder;
  private final BlockDecoder decoder;
  private final BookSet books;
  private final EncodePolicy policy;

  private BackendCodec(Backend backend, BookSet books, Selection selection) {
    this.encoder = backend.encoder();
    this.decoder = backend.decoder();
    this.books = books;
    this.policy = EncodePolicy.stored(selection);
  }

  /** With a short book of the plane's earlier symbols. The backend stays open. */
  static BackendCodec coding(Backend backend, Layout layout, Plane plane) {
    BookSet books = BookSet.empty().with(ID, plane.book());
    return new BackendCodec(backend, books, new Selection.Fixed(ID, plane.kind().rule(), layout));
  }

  /** Raw blocks. */
  static BackendCodec raw(Backend backend) {
    return new BackendCodec(backend, BookSet.empty(), new Selection.Raw());
  }

  @Override
  public void encode(MemorySegment symbols, MemorySegment coded, Batch batch) {
    encoder.encode(books, policy, symbols, coded, batch);
  }

  @Override
  public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
    decoder.decode(books, Limits.DEFAULT, coded, symbols, batch);
  }
}
