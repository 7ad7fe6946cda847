package vail.conform.planted;

import static vail.conform.judge.State.FAIL_WRONG_ERROR;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vail.conform.judge.State;

/** A check of a block that comes too early (B-21). */
enum OrderBug implements Bug {
  RESERVED_FIRST(Check.RESERVED, Check.VERSION),
  TAIL_FIRST(Check.TAIL, Check.VERSION),
  BOOK_BEFORE_RESERVED(Check.BOOK, Check.RESERVED),
  BIAS_BEFORE_BOOK(Check.BIAS, Check.BOOK),
  TAIL_BEFORE_BOOK(Check.TAIL, Check.BOOK),
  BIAS_BEFORE_LAYOUT(Check.BIAS, Check.LAYOUT),
  TAIL_BEFORE_BIAS(Check.TAIL, Check.BIAS),
  LIMIT_BEFORE_SIZES(Check.LIMIT, Check.SIZES),
  WHOLE_BEFORE_SIZES(Check.WHOLE, Check.SIZES),
  WHOLE_BEFORE_LIMIT(Check.WHOLE, Check.LIMIT),
  ROOM_BEFORE_WHOLE(Check.ROOM, Check.WHOLE),
  ROOM_BEFORE_TRAILING(Check.ROOM, Check.TRAILING),
  SUM_BEFORE_TRAILING(Check.SUM, Check.TRAILING),
  SUM_BEFORE_ROOM(Check.SUM, Check.ROOM),
  PAYLOAD_BEFORE_SUM(Check.PAYLOAD, Check.SUM);

  private final Check early;
  private final Check late;

  OrderBug(Check early, Check late) {
    this.early = early;
    this.late = late;
  }

  /** The checks in the order of this bug. */
  static List<Check> order(Plant plant) {
    List<Check> order = new ArrayList<>(List.of(Check.values()));
    if (plant.bug().orElse(null) instanceof OrderBug bug) {
      order.remove(bug.early);
      order.add(order.indexOf(bug.late), bug.early);
    }
    return order;
  }

  @Override
  public String says() {
    return "check %s comes before %s".formatted(early, late).toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<State> states() {
    return Set.of(FAIL_WRONG_ERROR);
  }
}
