package vail.sim.inject;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.function.Consumer;
import vail.sim.link.Line;
import vail.sim.link.Lines;

/**
 * Lines to whose frames something may be done, both ways at their sending ends.
 *
 * @param lines that work
 * @param injector does it
 */
record FaultyLines(Lines lines, Injector injector) implements Lines {
  @Override
  public Future<Void> open(int node, Consumer<Line> acceptor) {
    return lines.open(node, acceptor);
  }

  @Override
  public Future<Line> connect(int link, int to) {
    return injector.refuses(link)
        ? Future.failedFuture(new IOException("link " + link + " is cut"))
        : lines.connect(link, to).map(line -> new FaultyLine(line, link, injector));
  }
}
