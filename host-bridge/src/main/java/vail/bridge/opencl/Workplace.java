package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import vail.block.Batch;
import vail.block.Release;

/** A queue, its kernels and its buffers: all that one portion of a call needs. */
final class Workplace implements AutoCloseable {
  private final Owned owned;
  private final Queue queue;
  private final Carrier carrier;
  private final Kernels kernels;
  private final Words policy;
  private final Jobs jobs;
  private final Staging sources;
  private final Staging targets;
  private final long most;

  /** What is made belongs to {@code owned}, which this closes. */
  Workplace(Station station, Family family, long most, Owned owned) {
    this.owned = owned;
    this.queue = owned.add(station.queue(), station.queue()::close);
    this.carrier = family.carrier(station);
    owned.add(carrier, carrier::close);
    this.kernels = family.kernels(station, owned);
    this.policy = owned.add(new Words(carrier.staging(), station.buffer()));
    this.jobs = new Jobs(owned.add(new Words(carrier.staging(), station.buffer())));
    this.sources = owned.add(carrier.staging());
    this.targets = owned.add(carrier.staging());
    this.most = most;
  }

  /** Begins to code from a block on; returns the first that waits for the next portion. */
  int start(Shelf shelf, Call call, int from) {
    int end = jobs.take(call, from, carrier.way(call.source()), carrier.way(call.target()), most);
    MemorySegment seen = seen(jobs.source(), call.source(), sources);
    if (jobs.source().way() == Side.Way.PACKED) {
      jobs.pack(call, seen);
    }
    Launch launch =
        new Launch(
            carrier.source(seen),
            shelf.words(),
            jobs.upload(queue),
            jobs.count(),
            carrier.target(seen(jobs.target(), call.target(), targets)));
    switch (call) {
      case Call.Encoding encoding -> encode(launch, shelf, encoding);
      case Call.Decoding decoding -> decode(launch, jobs.layouts(seen, shelf), decoding);
    }
    jobs.download(queue);
    queue.flush();
    return end;
  }

  private static MemorySegment seen(Side side, MemorySegment callers, Staging own) {
    return switch (side.way()) {
      case AS_THEY_ARE -> callers.asSlice(side.start(), side.bytes());
      case PACKED -> own.atLeast(side.bytes()).asSlice(0, side.bytes());
    };
  }

  private void encode(Launch launch, Shelf shelf, Call.Encoding call) {
    int[] words = call.policy().words(shelf, call.batch().streamMean());
    policy.atLeast(words.length);
    for (int i = 0; i < words.length; i++) {
      policy.set(i, words[i]);
    }
    policy.upload(queue, words.length);
    kernels.encode(launch, policy.device(), call.policy().layouts());
  }

  private void decode(Launch launch, Layouts layouts, Call.Decoding call) {
    boolean isOurs = jobs.target().way() == Side.Way.PACKED;
    Release release = isOurs ? Release.SCRATCH : call.batch().release();
    kernels.decode(launch, call.limits().blockSymbols(), layouts, release);
  }

  /** Waits until it is coded, and lets the results come. */
  void fetch(Call call) {
    queue.finish();
    jobs.doubt(call.batch());
    carrier.fetch(jobs.end());
    queue.flush();
  }

  /** Waits for the results, and hands them on. */
  void land(Call call) {
    queue.finish();
    if (jobs.target().way() == Side.Way.PACKED) {
      jobs.unpack(call, targets.memory());
    }
    carrier.end();
    Batch batch = call.batch();
    jobs.report(call);
    if (call.looksBack()) {
      batch.streamMean(jobs.streamMean(batch.streamMean()));
    }
  }

  @Override
  public void close() {
    queue.drain();
    owned.close();
  }
}
