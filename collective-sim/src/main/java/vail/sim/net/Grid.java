package vail.sim.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Dies in a grid of one or more axes, each joined in its own way: rings, meshes, tori, switches,
 * all-to-all wiring and their products.
 *
 * <p>The first coordinate counts fastest. A message goes along the first axis first. Each line of
 * dies along an axis with switches has a switch of its own.
 */
public final class Grid implements Topology {
  private final String name;
  private final List<Axis> axes;
  private final int[] strides;
  private final int[] firstPorts;
  private final int[] firstSwitches;
  private final int dies;

  /** A grid of the product of its axes' sizes, which must fit 31 bits. */
  public Grid(String name, List<Axis> axes) {
    this.name = name;
    this.axes = List.copyOf(axes);
    strides = new int[axes.size()];
    firstPorts = new int[axes.size() + 1];
    firstSwitches = new int[axes.size() + 1];
    int product = 1;
    for (int i = 0; i < strides.length; i++) {
      strides[i] = product;
      product = Math.multiplyExact(product, axes.get(i).size());
      firstPorts[i + 1] = firstPorts[i] + axes.get(i).ports();
    }
    dies = product;
    firstSwitches[0] = dies;
    for (int i = 0; i < strides.length; i++) {
      firstSwitches[i + 1] = firstSwitches[i] + (isSwitched(i) ? dies / axes.get(i).size() : 0);
    }
  }

  /** The axes, the fastest coordinate first. */
  public List<Axis> axes() {
    return axes;
  }

  @Override
  public Grid relinked(UnaryOperator<Link> change) {
    return new Grid(
        name,
        axes.stream()
            .map(axis -> new Axis(axis.kind(), axis.size(), change.apply(axis.link())))
            .toList());
  }

  /** The same with another last axis. */
  public Grid withLast(Axis axis) {
    List<Axis> changed = new ArrayList<>(axes);
    changed.set(changed.size() - 1, axis);
    return new Grid(name, changed);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dies() {
    return dies;
  }

  @Override
  public int nodes() {
    return firstSwitches[strides.length];
  }

  @Override
  public int ports(int node) {
    return node < dies ? firstPorts[strides.length] : axes.get(axisOfSwitch(node)).size();
  }

  @Override
  public int neighbour(int node, int port) {
    if (node >= dies) {
      return dieAtSwitch(node, port);
    }
    int i = axisOfPort(port);
    if (isSwitched(i)) {
      return firstSwitches[i] + lineOf(node, i);
    }
    int at = coordinate(node, i);
    int to = axes.get(i).neighbour(at, port - firstPorts[i]);
    return to == NOWHERE ? NOWHERE : node + (to - at) * strides[i];
  }

  @Override
  public Link link(int node, int port) {
    return axes.get(node < dies ? axisOfPort(port) : axisOfSwitch(node)).link();
  }

  @Override
  public int route(int node, int die) {
    if (node >= dies) {
      return coordinate(die, axisOfSwitch(node));
    }
    for (int i = 0; i < strides.length; i++) {
      int at = coordinate(node, i);
      int to = coordinate(die, i);
      if (at != to) {
        return firstPorts[i] + axes.get(i).route(at, to);
      }
    }
    throw new IllegalArgumentException("die " + die + " sends nothing to itself");
  }

  private boolean isSwitched(int i) {
    return axes.get(i).kind() == Axis.Kind.SWITCH && axes.get(i).size() > 1;
  }

  private int coordinate(int die, int i) {
    return die / strides[i] % axes.get(i).size();
  }

  private int axisOfPort(int port) {
    int i = 0;
    while (port >= firstPorts[i + 1]) {
      i++;
    }
    return i;
  }

  private int axisOfSwitch(int node) {
    int i = 0;
    while (node >= firstSwitches[i + 1]) {
      i++;
    }
    return i;
  }

  /** Counts the lines along an axis by the other coordinates. */
  private int lineOf(int die, int i) {
    return die % strides[i] + die / (strides[i] * axes.get(i).size()) * strides[i];
  }

  private int dieAtSwitch(int node, int port) {
    int i = axisOfSwitch(node);
    int line = node - firstSwitches[i];
    int stride = strides[i];
    return line % stride + (line / stride * axes.get(i).size() + port) * stride;
  }
}
