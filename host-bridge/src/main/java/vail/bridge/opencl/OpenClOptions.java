package vail.bridge.opencl;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a device is used.
 *
 * @param family the kernels, or those that suit the device
 * @param kept where built programs are kept, or nowhere
 * @param mostBytes of sources or of targets that one launch may have
 */
public record OpenClOptions(Optional<Family> family, Optional<Path> kept, long mostBytes) {
  /** Enough to keep any device busy. */
  public static final long USUAL_BYTES = 256L << 20;

  /** What suits the device, with programs kept in a folder or nowhere. */
  public static OpenClOptions usual(Optional<Path> kept) {
    return new OpenClOptions(Optional.empty(), kept, USUAL_BYTES);
  }
}
