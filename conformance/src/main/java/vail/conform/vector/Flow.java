package vail.conform.vector;

/**
 * A request to hardware under stalls; the answer must not depend on them.
 *
 * @param exchange what is asked and must come back
 * @param stalls when the neighbours stall
 */
public record Flow(Exchange exchange, Stalls stalls) implements Body {}
