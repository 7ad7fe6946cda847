/**
 * Real values on their way: sums of elements, frames that are really encoded and decoded at each
 * hop, and the proof that nothing was changed. And the books of dies, with what they tell each
 * other about them.
 *
 * <p>What is sent does not depend on when, so it knows neither links nor times; and no backend.
 */
package vail.sim.bytes;
