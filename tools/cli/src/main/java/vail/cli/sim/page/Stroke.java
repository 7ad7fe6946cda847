package vail.cli.sim.page;

import static vail.cli.page.Svg.number;

/**
 * A straight line with a direction.
 *
 * @param x of its start
 * @param y of its start
 * @param alongX its direction, of length 1
 * @param alongY its direction
 * @param length of it
 */
record Stroke(double x, double y, double alongX, double alongY, double length) {
  private static final double ARROW_AT = 0.62;
  private static final double ARROW_WIDTH = 0.8;

  /** Where a part of it ends. */
  double x(double part) {
    return x + part * length * alongX;
  }

  double y(double part) {
    return y + part * length * alongY;
  }

  /** The path of an arrow's head on it. */
  String arrow(double size) {
    double dx = size * alongX;
    double dy = size * alongY;
    double backX = x(ARROW_AT) - dx;
    double backY = y(ARROW_AT) - dy;
    return "M%s %sL%s %sL%s %sZ"
        .formatted(
            number(x(ARROW_AT) + dx),
            number(y(ARROW_AT) + dy),
            number(backX - ARROW_WIDTH * dy),
            number(backY + ARROW_WIDTH * dx),
            number(backX + ARROW_WIDTH * dy),
            number(backY - ARROW_WIDTH * dx));
  }
}
