package vail.bridge.opencl;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a device is used.
 *
 * @param family the kernels, or those that suit the device
 * @param kept where built programs are kept, or nowhere
 * @param portion bytes of sources or of targets that go to the device at a time, or what suits it
 */
public record OpenClOptions(Optional<Family> family, Optional<Path> kept, OptionalLong portion) {
  /** What suits the device, with programs kept in a folder or nowhere. */
  public static OpenClOptions usual(Optional<Path> kept) {
    return new OpenClOptions(Optional.empty(), kept, OptionalLong.empty());
  }
}
