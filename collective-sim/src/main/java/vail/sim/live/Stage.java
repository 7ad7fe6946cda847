package vail.sim.live;

import java.util.function.Consumer;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.link.Plane;

/**
 * What all nodes of a run share.
 *
 * @param name tells runs of one JVM apart
 * @param job what is done, and how fast links and units are
 * @param wiring its topology
 * @param rounds that are done, with the values of all dies
 * @param plane by which parcels move
 * @param pace to which links and units are held
 * @param workers for all dies
 * @param watch looks on
 * @param trouble is told what went wrong, on any thread
 */
record Stage(
    String name,
    Job job,
    Wiring wiring,
    Rounds rounds,
    Plane plane,
    Pace pace,
    Workers workers,
    Watch watch,
    Consumer<Throwable> trouble) {}
