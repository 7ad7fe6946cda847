package vail.sim.inject;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vail.block.BlockHeader;
import vail.fault.Limits;
import vail.sim.bytes.Part;
import vail.sim.link.Parcel;

/** Makes parcels as a die would that has missed a refresh of its books. */
final class StaleBook {
  private static final int EPOCH = 1;
  private static final int OTHER = 0x80;

  private StaleBook() {}

  /** The same parcel, but its first coded block names another epoch; empty if it has none. */
  static Optional<Parcel> in(Parcel parcel) {
    List<Part> parts = new ArrayList<>(parcel.parts());
    for (int i = 0; i < parts.size(); i++) {
      Optional<Part> stale = stale(parts.get(i));
      if (stale.isPresent()) {
        parts.set(i, stale.get());
        return Optional.of(parcel.with(parts));
      }
    }
    return Optional.empty();
  }

  private static Optional<Part> stale(Part part) {
    if (part.form() != Part.Form.CODED) {
      return Optional.empty();
    }
    byte[] bytes = Arrays.copyOfRange(part.bytes(), part.from(), part.from() + part.length());
    MemorySegment blocks = MemorySegment.ofArray(bytes);
    for (int at = 0; at < bytes.length; ) {
      BlockHeader header = BlockHeader.parse(blocks.asSlice(at), Limits.DEFAULT);
      if (header.book().isPresent()) {
        bytes[at + EPOCH] ^= (byte) OTHER;
        return Optional.of(new Part(part.sizes(), part.form(), bytes, 0, bytes.length));
      }
      at += header.blockBytes();
    }
    return Optional.empty();
  }
}
