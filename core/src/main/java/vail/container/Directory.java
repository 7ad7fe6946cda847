package vail.container;

import java.util.List;
import java.util.Optional;
import vail.tensor.FileKind;

/**
 * What a container holds, known without reading its tiles.
 *
 * @param kind what the original was recognised as
 * @param containerBytes size of the container
 * @param originalBytes size of the original
 * @param segments runs of bytes that together are the original, in order
 */
public record Directory(
    FileKind kind, long containerBytes, long originalBytes, List<SegmentEntry> segments) {
  /** Takes a copy of the segments. */
  public Directory {
    segments = List.copyOf(segments);
  }

  /** Segments that are tensors or elements of a known type: all that is not opaque. */
  public List<SegmentEntry> tensors() {
    return segments.stream().filter(entry -> entry.segment().role() != SegmentRole.OPAQUE).toList();
  }

  /** The tensor of a name. */
  public Optional<SegmentEntry> tensor(String name) {
    return tensors().stream().filter(entry -> entry.segment().name().equals(name)).findFirst();
  }
}
