package vail.sim.live;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import vail.sim.bytes.Lanes;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.link.Plane;

/**
 * What all nodes of a run share.
 *
 * @param name tells runs of one JVM apart
 * @param job what is done, and how fast links and units are
 * @param wiring its topology
 * @param values of all dies
 * @param plane by which parcels move
 * @param pace to which links and units are held
 * @param threads for the work of all dies
 * @param watch looks on
 * @param trouble is told what went wrong, on any thread
 */
record Stage(
    String name,
    Job job,
    Wiring wiring,
    Lanes values,
    Plane plane,
    Pace pace,
    Executor threads,
    Watch watch,
    Consumer<Throwable> trouble) {}
