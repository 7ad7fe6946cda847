package vail.sim.team;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.NodeListener;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The event bus that the members of a cluster share. Each message is acknowledged, so that whoever
 * leaves knows that its last words were heard before it is missed.
 */
final class Bus implements AutoCloseable, NodeListener {
  private static final String NODE = "node";
  private static final long PAUSE_MILLIS = 50;
  private static final long PATIENCE_SECONDS = 5;
  private static final DeliveryOptions PATIENCE =
      new DeliveryOptions().setSendTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));

  private final int rank;
  private final ClusterManager cluster;
  private final Vertx vertx;
  private final Map<String, BusPeer> peers = new ConcurrentHashMap<>();
  private final Set<Future<?>> unheard = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Bus(int rank, ClusterManager cluster, Vertx vertx) {
    this.rank = rank;
    this.cluster = cluster;
    this.vertx = vertx;
    cluster.nodeListener(this);
  }

  /**
   * Becomes a member of a cluster.
   *
   * @param host at which others reach its event bus
   * @throws RankLostException if that is not possible
   */
  static Bus join(Rank rank, String host, ClusterManager cluster) {
    VertxOptions options =
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setEventBusOptions(new EventBusOptions().setHost(host));
    Future<Vertx> vertx =
        Vertx.builder().with(options).withClusterManager(cluster).buildClustered();
    return vertx
        .map(each -> new Bus(rank.number(), cluster, each))
        .recover(why ->
            Future.failedFuture(
                new RankLostException(
                    "rank %d could not join the cluster: %s"
                        .formatted(rank.number(), why.getMessage()))))
        .await();
  }

  /** The name of this member within the cluster. */
  String node() {
    return cluster.getNodeId();
  }

  /** Takes what others say, and lets somebody answer those who are no peers yet. */
  Future<Void> listen(Consumer<Message<JsonArray>> strangers) {
    return vertx
        .eventBus()
        .<JsonArray>consumer(
            address(rank),
            letter -> {
              BusPeer peer = peers.get(node(letter));
              if (peer == null) {
                strangers.accept(letter);
              } else {
                peer.heard(message(letter));
                letter.reply("");
              }
            })
        .completion();
  }

  /** Which member has said something. */
  static String node(Message<JsonArray> letter) {
    return letter.headers().get(NODE);
  }

  static Peer.Message message(Message<JsonArray> letter) {
    List<String> words = letter.body().stream().map(String.class::cast).toList();
    return new Peer.Message(words.getFirst(), words.subList(1, words.size()));
  }

  /** A member that is a peer from now on. */
  BusPeer peer(int number, String node) {
    BusPeer peer = new BusPeer(number, this);
    peers.put(node, peer);
    if (!cluster.getNodes().contains(node)) {
      peer.gone();
    }
    return peer;
  }

  /** Says something to one that may not be a peer yet. */
  Future<Message<String>> ask(int to, Peer.Message message) {
    JsonArray body = new JsonArray().add(message.topic());
    message.words().forEach(body::add);
    DeliveryOptions options = new DeliveryOptions(PATIENCE).addHeader(NODE, node());
    return vertx.eventBus().request(address(to), body, options);
  }

  void say(BusPeer to, Peer.Message message) {
    Future<?> heard = heard(to, message);
    unheard.add(heard);
    heard.onComplete(_ -> unheard.remove(heard));
  }

  /** While a cluster mends itself, it may not know for a moment where somebody is. */
  private Future<?> heard(BusPeer to, Peer.Message message) {
    return ask(to.rank(), message)
        .mapEmpty()
        .recover(why ->
            isNowhere(why) && !to.isGone()
                ? pause().compose(_ -> heard(to, message).mapEmpty())
                : Future.failedFuture(why));
  }

  Future<Void> pause() {
    return vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static boolean isNowhere(Throwable why) {
    return why instanceof ReplyException e && e.failureType() == ReplyFailure.NO_HANDLERS;
  }

  private static String address(int rank) {
    return "vail.team." + rank;
  }

  @Override
  public void nodeAdded(String node) {}

  @Override
  public void nodeLeft(String node) {
    BusPeer peer = peers.get(node);
    if (peer != null) {
      peer.gone();
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      Future.join(List.copyOf(unheard))
          .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .otherwiseEmpty()
          .eventually(vertx::close)
          .await();
      peers.values().forEach(BusPeer::gone);
    }
  }
}
