/**
 * Virtual dies that exchange compressed tensors: schedules of collectives over a topology, run as a
 * closed form, as discrete events, or as live dies that move real bytes.
 *
 * <p>It will answer when compression on a link pays, from the same codec that files use. It will
 * know dies and links, and no backend by name.
 */
package vail.sim;
