package vail.json;

/**
 * JSON's null.
 *
 * @param at first byte in the input
 */
public record JsonNull(long at) implements JsonValue {}
