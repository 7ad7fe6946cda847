package vail.cli.container;

import vail.json.JsonObject;

/**
 * How what a device tells of its work is said.
 *
 * @param <T> what it tells
 */
interface CostReport<T> {
  /** Both directions side by side. */
  String table(Offloading<T> encode, Offloading<T> decode);

  /** What a table has no room for. */
  String words(Offloading<T> way);

  /** What holds for the whole document. */
  void addTo(JsonObject.Builder document);

  /** What holds for one direction. */
  void addTo(JsonObject.Builder document, Offloading<T> way);
}
