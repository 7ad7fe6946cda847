/**
 * The schedule: for each die, operations over pieces of its data and what each waits for.
 *
 * <p>An algorithm writes moves; here they become operations, with the codec of each hop put in. The
 * same schedule is run by every clock: closed form, events, real bytes, live dies. It knows no
 * sizes and no times, so that one schedule serves a whole sweep of sizes.
 */
package vail.sim.plan;
