package vail.block;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes kernels that pay on some processors only, and finds out whether this is one. Such kernels
 * are loaded by name, because what they need may not be there.
 */
public interface TriedKernels extends Supplier<PayloadCoder> {
  /** Why they do not pay here, empty if they do; measured once a process. */
  Optional<String> whyNot();
}
