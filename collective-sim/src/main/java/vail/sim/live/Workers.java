package vail.sim.live;

import java.util.concurrent.Executor;
import vail.sim.link.Timer;

/**
 * Who works for all dies.
 *
 * @param codecs does the work of their units
 * @param aside does what no die waits for
 * @param timer does things later
 */
record Workers(Executor codecs, Executor aside, Timer timer) {}
