package vail.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import vail.bench.codec.Codec;

/** The same codec in several threads at once, each with blocks of its own; timed on the wall. */
final class Team implements Racer {
  private final Clock wall;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Solo> members = new ArrayList<>();
  private final ExecutorService threads;
  private int encodeRepeats = 1;
  private int decodeRepeats = 1;

  Team(Supplier<Codec> codecs, byte[] symbols, Size size, int threads, Clock wall) {
    this.wall = wall;
    this.threads = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      Stretch stretch = new Stretch(symbols, size);
      stretches.add(stretch);
      members.add(new Solo(codecs.get(), stretch, wall));
    }
  }

  @Override
  public int all() {
    return members.getFirst().all();
  }

  @Override
  public void take(int blocks) {
    members.forEach(member -> member.take(blocks));
  }

  @Override
  public int blocks() {
    return members.getFirst().blocks();
  }

  @Override
  public long bytes() {
    return members.size() * members.getFirst().bytes();
  }

  @Override
  public void repeat(int encode, int decode) {
    encodeRepeats = Math.max(1, encode);
    decodeRepeats = Math.max(1, decode);
    members.forEach(member -> member.repeat(encode, decode));
  }

  @Override
  public double check() {
    return members.stream().mapToDouble(Solo::check).average().orElseThrow();
  }

  @Override
  public Lap lap() {
    double encode = together(Solo::encode) / encodeRepeats;
    members.forEach(Solo::turn);
    double decode = together(Solo::decode) / decodeRepeats;
    members.forEach(Solo::compare);
    return new Lap(encode, decode);
  }

  private interface Step {
    double of(Solo member);
  }

  /** From the moment that all are ready to the moment that the last is done. */
  private double together(Step step) {
    CyclicBarrier ready = new CyclicBarrier(members.size());
    List<Callable<long[]>> steps = new ArrayList<>();
    for (Solo member : members) {
      steps.add(() -> {
        ready.await();
        long start = wall.nanos();
        step.of(member);
        return new long[] {start, wall.nanos()};
      });
    }
    try {
      long start = Long.MAX_VALUE;
      long end = Long.MIN_VALUE;
      for (Future<long[]> done : threads.invokeAll(steps)) {
        start = Math.min(start, done.get()[0]);
        end = Math.max(end, done.get()[1]);
      }
      return end - start;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WrongException("interrupted");
    } catch (ExecutionException e) {
      throw new WrongException(String.valueOf(e.getCause()));
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    members.forEach(Solo::close);
    stretches.forEach(Stretch::close);
  }
}
