package vail.json;

/**
 * A JSON string.
 *
 * @param text its characters, escapes resolved
 * @param at first byte in the input
 */
public record JsonString(String text, long at) implements JsonValue {}
