package vail.code;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lets an example of the specification reach package-merge itself. */
public final class PackageMergeExample {
  private PackageMergeExample() {}

  /** The lengths in ascending order for weights in descending order, both with spaces between. */
  public static String lengths(String weights, int limit) {
    long[] numbers = Arrays.stream(weights.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return Arrays.stream(PackageMerge.lengths(numbers, limit))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }
}
