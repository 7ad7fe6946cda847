package vail.json;

/**
 * JSON's true or false.
 *
 * @param value which of them
 * @param at first byte in the input
 */
public record JsonBoolean(boolean value, long at) implements JsonValue {}
