package vail.sim.plan;

import java.util.Arrays;

/** What dies have in common that do the same and meet the same. */
final class Met {
  private final Form form;
  private final int[] mates;

  /**
   * A form and what it meets.
   *
   * @param form one for all dies that do the same
   * @param mates the operation of another die that each of its operations meets, if any
   */
  Met(Form form, int[] mates) {
    this.form = form;
    this.mates = mates;
  }

  Form together() {
    return form.with(mates);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Met met && form.equals(met.form) && Arrays.equals(mates, met.mates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mates);
  }
}
