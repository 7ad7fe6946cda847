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
public record BlockSaving(String kind, Profile.Split split, long rawBytes, long codedBytes) {
  /** Percent of raw size. */
  public double saved() {
    return rawBytes == 0 ? 0 : 100 * (1 - (double) codedBytes / rawBytes);
  }

  /** All tensors of a split together. */
  public static BlockSaving total(Profile.Split split, Iterable<BlockSaving> savings) {
    long raw = 0;
    long coded = 0;
    for (BlockSaving one : savings) {
      raw += one.split == split ? one.rawBytes : 0;
      coded += one.split == split ? one.codedBytes : 0;
    }
    return new BlockSaving("all", split, raw, coded);
  }
}
