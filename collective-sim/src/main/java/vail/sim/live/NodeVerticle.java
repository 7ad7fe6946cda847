package vail.sim.live;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import java.util.Optional;
import java.util.function.Function;

/** A node on a context of its own, which is told over the event bus what to do next. */
final class NodeVerticle extends VerticleBase {
  private final int number;
  private final Stage stage;
  private Optional<Node> node = Optional.empty();

  NodeVerticle(int number, Stage stage) {
    this.number = number;
    this.stage = stage;
  }

  @Override
  public Future<?> start() {
    // Whatever goes wrong here ends the run, and no other node waits for its limit.
    context.exceptionHandler(stage.trouble()::accept);
    Node made = new Node(number, stage, task -> context.runOnContext(_ -> task.run()));
    node = Optional.of(made);
    serve(Step.LINK, made, Node::link);
    serve(Step.GO, made, Node::go);
    serve(Step.SETTLE, made, Node::settle);
    serve(Step.END, made, Node::end);
    return made.open();
  }

  private void serve(Step step, Node made, Function<Node, Future<Void>> act) {
    vertx
        .eventBus()
        .localConsumer(
            step.address(stage.name(), number),
            (Message<Object> message) ->
                act.apply(made)
                    .onSuccess(_ -> message.reply(number))
                    .onFailure(why -> {
                      stage.trouble().accept(why);
                      message.fail(number, String.valueOf(why.getMessage()));
                    }));
  }

  /** Bytes that its links have carried. */
  long bytes() {
    return node.map(Node::bytes).orElse(0L);
  }
}
