package vail.sim.team;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How members of a cluster become a team: the others tell rank 0 who they are. */
final class BusMeeting {
  private BusMeeting() {}

  /** Waits until all others are there. */
  static List<Peer> host(Bus bus, int ranks, Duration limit) {
    SortedMap<Integer, Peer> peers = new ConcurrentSkipListMap<>();
    Promise<Void> all = Promise.promise();
    Runnable count =
        () -> {
          if (peers.size() == ranks - 1) {
            all.tryComplete();
          }
        };
    bus.listen(
            letter -> {
              admit(bus, letter, ranks, peers);
              count.run();
            })
        .await();
    count.run();
    all.future()
        .timeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .recover(why ->
            Future.failedFuture(
                why instanceof TimeoutException ? Meeting.missing(ranks, peers, limit) : why))
        .await();
    return List.copyOf(peers.values());
  }

  private static void admit(
      Bus bus, Message<JsonArray> letter, int ranks, SortedMap<Integer, Peer> peers) {
    Peer.Message hello = Bus.message(letter);
    String refusal = Meeting.refusal(hello, ranks, peers);
    if (refusal.isEmpty()) {
      int rank = Integer.parseInt(hello.words().getFirst());
      peers.put(rank, bus.peer(rank, Bus.node(letter)));
      letter.reply(bus.node());
    } else {
      letter.fail(0, refusal);
    }
  }

  /** Comes to rank 0 as soon as that listens. */
  static Peer join(Bus bus, Rank rank, Duration limit) {
    bus.listen(letter -> letter.fail(0, "rank " + rank.number() + " hears rank 0 alone")).await();
    return ask(bus, Meeting.hello(rank), System.nanoTime() + limit.toNanos()).await();
  }

  private static Future<Peer> ask(Bus bus, Peer.Message hello, long end) {
    return bus.ask(0, hello)
        .<Peer>map(reply -> bus.peer(0, reply.body()))
        .recover(why -> {
          boolean refused =
              why instanceof ReplyException e && e.failureType() == ReplyFailure.RECIPIENT_FAILURE;
          return refused || System.nanoTime() > end
              ? Future.failedFuture(new RankLostException(String.valueOf(why.getMessage())))
              : bus.pause().compose(_ -> ask(bus, hello, end));
        });
  }
}
