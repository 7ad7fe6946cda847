/**
 * Virtual dies that exchange compressed tensors, in rooms: a schedule of a collective over a
 * topology, answered by a closed form or run as discrete events.
 *
 * <p>It says when compression on a link pays. It knows dies and links, and no backend by name.
 */
package vail.sim;
