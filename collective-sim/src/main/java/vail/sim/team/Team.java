package vail.sim.team;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import vail.sim.team.Peer.Message;

/**
 * The JVMs that run a job together, as one of them sees them. All speak to rank 0 alone; whoever
 * goes or fails is named to all others at once.
 */
public final class Team implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Rank rank;
  private final String host;
  private final Duration limit;
  private final List<Peer> peers = new ArrayList<>();
  private final List<ArrayDeque<Message>> words = new ArrayList<>();
  private Optional<Promise<List<String>>> pending = Optional.empty();
  private Optional<RankLostException> lost = Optional.empty();
  private Consumer<Throwable> trouble = _ -> {};

  private Team(Rank rank, String host, Duration limit) {
    this.rank = rank;
    this.host = host;
    this.limit = limit;
    for (int i = 0; i < rank.of(); i++) {
      words.add(new ArrayDeque<>());
    }
  }

  /** A JVM that runs all dies by itself. */
  public static Team alone() {
    return new Team(Rank.ONLY, LOOPBACK, Duration.ZERO);
  }

  /**
   * Waits for all others on this host.
   *
   * @param port of the loopback interface at which rank 0 listens
   * @param limit after which whoever has not come is given up; and for each word later on
   * @throws RankLostException if not all come, or this one is refused
   */
  public static Team meet(Rank rank, int port, Duration limit) throws IOException {
    List<Peer> peers =
        rank.number() == 0
            ? Meeting.host(rank.of(), port, limit)
            : List.of(Meeting.join(rank, port, limit));
    return new Team(rank, LOOPBACK, limit).with(peers);
  }

  /**
   * Waits for all others on any hosts; they share an event bus.
   *
   * @param members where they listen, in the order of their ranks
   * @param limit after which whoever has not come is given up; and for each word later on
   * @throws RankLostException if not all come, or this one is refused
   */
  public static Team meet(
      Rank rank, List<InetSocketAddress> members, Clustering clustering, Duration limit)
      throws IOException {
    String host = members.get(rank.number()).getHostString();
    Bus bus = Bus.join(rank, host, clustering.manager(members, rank.number(), limit));
    try {
      List<Peer> peers =
          rank.number() == 0
              ? BusMeeting.host(bus, rank.of(), limit)
              : List.of(BusMeeting.join(bus, rank, limit));
      return new Team(rank, host, limit).with(peers);
    } catch (RuntimeException e) {
      bus.close();
      throw e;
    }
  }

  private Team with(List<Peer> others) {
    peers.addAll(others);
    for (Peer peer : peers) {
      peer.listen(
          message -> hear(peer.rank(), message), () -> lose("rank " + peer.rank() + " has gone"));
    }
    return this;
  }

  /** Which of them this one is. */
  public Rank rank() {
    return rank;
  }

  /** By which name or address others reach this one. */
  public String host() {
    return host;
  }

  /** Says who is told, once, that another has gone or could not go on. */
  public synchronized void onLoss(Consumer<Throwable> listener) {
    trouble = listener;
    lost.ifPresent(listener);
  }

  /**
   * Says a word about a topic, and hears those of all; each JVM gathers the same topics in the same
   * order, and none goes on before all have said theirs.
   *
   * @return the words of all, in the order of their ranks; fails with {@link RankLostException}
   */
  public Future<List<String>> gather(String topic, String word) {
    Promise<List<String>> all = Promise.promise();
    Message mine = new Message(topic, List.of(word));
    synchronized (this) {
      if (lost.isPresent()) {
        return Future.failedFuture(lost.get());
      }
      pending = Optional.of(all);
    }
    if (rank.number() == 0) {
      hear(0, mine);
    } else {
      peers.getFirst().say(mine);
    }
    return rank.of() == 1 ? all.future() : inTime(topic, all.future());
  }

  private Future<List<String>> inTime(String topic, Future<List<String>> all) {
    return all.timeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .recover(why ->
            Future.failedFuture(
                why instanceof TimeoutException
                    ? new RankLostException(
                        "a rank said nothing of '%s' for %d s".formatted(topic, limit.toSeconds()))
                    : why));
  }

  /**
   * Sees to it that all are about the same.
   *
   * @throws RankLostException if one is not, which names it
   */
  public void agree(String topic, String word) {
    List<String> all = gather(topic, word).await();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).equals(all.getFirst())) {
        throw new RankLostException(
            "rank %d is about another %s than rank 0: give all the same options"
                .formatted(i, topic));
      }
    }
  }

  private void hear(int from, Message message) {
    if (message.topic().equals(Message.LOST)) {
      lose(message.words().getFirst());
    } else if (rank.number() > 0) {
      taken().ifPresent(each -> each.complete(message.words()));
    } else {
      collect(from, message);
    }
  }

  private void collect(int from, Message message) {
    List<Message> all;
    synchronized (this) {
      words.get(from).add(message);
      if (words.stream().anyMatch(ArrayDeque::isEmpty)) {
        return;
      }
      all = words.stream().map(ArrayDeque::remove).toList();
    }
    for (int i = 1; i < all.size(); i++) {
      if (!all.get(i).topic().equals(all.getFirst().topic())) {
        lose("ranks 0 and %d are not at the same: give all the same options".formatted(i));
        return;
      }
    }
    List<String> said = all.stream().map(each -> each.words().getFirst()).toList();
    answer(new Message(message.topic(), said));
  }

  /**
   * Gives all what was said. A peer may leave as soon as it knows: nobody is told of that before
   * all have their answer, which is why the lock is held.
   */
  private void answer(Message answer) {
    Optional<Promise<List<String>>> waiting;
    synchronized (this) {
      peers.forEach(peer -> peer.say(answer));
      waiting = taken();
    }
    waiting.ifPresent(each -> each.complete(answer.words()));
  }

  /** What waits for the words of all, from now on nobody else's to end. */
  private synchronized Optional<Promise<List<String>>> taken() {
    Optional<Promise<List<String>>> waiting = pending;
    pending = Optional.empty();
    return waiting;
  }

  /** Tells all others that this one cannot go on. */
  public void fail(Throwable why) {
    if (!(why instanceof RankLostException)) {
      tell("rank %d could not go on: %s".formatted(rank.number(), why.getMessage()));
    }
  }

  private void tell(String words) {
    peers.forEach(peer -> peer.say(new Message(Message.LOST, List.of(words))));
  }

  private void lose(String words) {
    RankLostException why = new RankLostException(words);
    Optional<Promise<List<String>>> waiting;
    synchronized (this) {
      if (lost.isPresent()) {
        return;
      }
      lost = Optional.of(why);
      waiting = taken();
    }
    if (rank.number() == 0) {
      tell(words);
    }
    waiting.ifPresent(each -> each.fail(why));
    trouble.accept(why);
  }

  /** Leaves; what it hears of its own sockets from then on is no loss. */
  @Override
  public void close() {
    synchronized (this) {
      lost = lost.or(() -> Optional.of(new RankLostException("this rank has left")));
    }
    peers.forEach(Peer::close);
  }
}
