package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.bytes.Coders;
import vail.sim.bytes.Lanes;
import vail.sim.bytes.Load;
import vail.sim.bytes.Synthetic;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.link.MemoryPlane;
import vail.sim.link.Parcel;
import vail.sim.link.Plane;
import vail.sim.link.Wire;
import vail.sim.model.Die;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.tensor.ElementType;

class NodeTest {
  private final Vertx vertx = Vertx.vertx();
  private final Promise<Throwable> trouble = Promise.promise();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  /** The first is for no die; the others are for operations or lanes that wait for nothing. */
  @ParameterizedTest
  @CsvSource({"99, 0, 0, 16", "-1, 0, 0, 16", "0, 1000000, 0, 20", "0, -1, 0, 20", "0, 0, 7, 20"})
  void endsTheRunOverAParcelThatNobodyWaitsFor(int to, int receive, int lane, long at) {
    Plane plane = new MemoryPlane(1 << 20, Watch.NOBODY);
    Wire wire = wire(plane);
    wire.write(new Parcel(1, to, receive, lane, 0, List.of())).await();
    VailFormatException wrong =
        assertInstanceOf(VailFormatException.class, trouble.future().await());

    assertEquals(Fault.BAD_FIELD, wrong.fault());
    assertEquals(at, wrong.offset());
  }

  /** A wire to a node that has been deployed. */
  private Wire wire(Plane plane) {
    Schedule schedule =
        Schedule.of(
            Algorithms.find("ring").orElseThrow().algorithm(Collective.ALL_REDUCE, Layout.row(2)),
            Hops.all(Codec.NONE));
    Partition partition = new Partition(100, 2, schedule.algorithm().pieces(), 1);
    ElementType type = ElementType.BF16;
    Load load = new Load(schedule, partition, type, new Synthetic(type, 1));
    Lanes lanes = new Lanes(load, Coders.coder("java-scalar"), Coders.shipped());
    Link link = Link.of(Rate.ofGigabytes(100), 1);
    Job job =
        new Job(
            schedule,
            partition,
            (die, send, lane) -> 0,
            Grids.parse("ring:2", link),
            Relay.STORE_AND_FORWARD,
            Die.FREE);
    Stage stage =
        new Stage(
            "test",
            job,
            new Wiring(job.topology()),
            Rounds.once(lanes),
            plane,
            new Pace(0, new Pacer()),
            new Workers(Runnable::run, Runnable::run, (_, _) -> {}),
            Watch.NOBODY,
            trouble::tryComplete);
    vertx.deployVerticle(new NodeVerticle(0, stage)).await();
    return plane.connect(0, 0, trouble::tryComplete).await();
  }
}
