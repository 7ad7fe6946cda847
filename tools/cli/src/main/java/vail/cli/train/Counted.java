package vail.cli.train;

import vail.code.Histogram;
import vail.code.SymbolKind;

/**
 * Counts of one tensor, as a book will see its symbols.
 *
 * @param symbols what the symbols stand for
 * @param kind the kind of the tensor
 * @param tensor its name
 * @param counts how often each symbol occurs
 */
record Counted(SymbolKind symbols, String kind, String tensor, Histogram counts) {}
