package vail.bench.measure;

import java.util.Optional;
import vail.bench.codec.Label;

/**
 * One line of the result; all of it from checked round trips.
 *
 * @param label who
 * @param race in which contest
 * @param coded coded bytes by bytes
 * @param encode GB/s of uncompressed bytes
 * @param decode the same
 * @param encodeVs times the yardstick in the same round, if the yardstick took part
 * @param decodeVs the same, by the better decoder of huff0
 * @param runs rounds
 */
public record Row(
    Label label,
    Race race,
    double coded,
    Spread encode,
    Spread decode,
    Optional<Spread> encodeVs,
    Optional<Spread> decodeVs,
    int runs) {}
