package vail.cli.demo;

import java.util.Optional;

/**
 * What one backend did with all samples.
 *
 * @param name the backend's
 * @param version the backend's
 * @param encodeSeconds the fastest pass over all samples
 * @param decodeSeconds the fastest pass back
 * @param difference what came out wrong, if anything did
 */
record BackendTrial(
    String name,
    String version,
    double encodeSeconds,
    double decodeSeconds,
    Optional<String> difference) {}
