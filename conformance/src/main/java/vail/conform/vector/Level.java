package vail.conform.vector;

import java.util.Locale;

/** How many vectors are asked; each stored level holds those before it. */
public enum Level {
  /** 24 vectors, at least one of each kind: is anything there at all. Stored. */
  SMOKE,
  /** All pairs of dimensions, all faults: what a claim of conformance rests on. Stored. */
  CORE,
  /** Half a million, made anew where they are needed. */
  EXTENDED,
  /** New ones from a new seed for every run, so that no table of answers passes. */
  FRESH;

  /** The name in files and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
