package vail.cli.reproduce.measure;

import vail.cli.reproduce.grid.Profile;

/**
 * What real blocks save: encoded with the shipped books, headers and padding counted, decoded again
 * and compared.
 *
 * @param kind of tensor
 * @param split how they were split
 * @param rawBytes bytes of the tensors
 * @param codedBytes bytes of their blocks
 */
public record FileSaving(String kind, Profile.Split split, long rawBytes, long codedBytes) {
  /** Percent of raw size. */
  public double saved() {
    return rawBytes == 0 ? 0 : 100 * (1 - (double) codedBytes / rawBytes);
  }

  /** All tensors of a split together. */
  public static FileSaving total(Profile.Split split, Iterable<FileSaving> files) {
    long raw = 0;
    long coded = 0;
    for (FileSaving file : files) {
      raw += file.split == split ? file.rawBytes : 0;
      coded += file.split == split ? file.codedBytes : 0;
    }
    return new FileSaving("all", split, raw, coded);
  }
}
