package vail.sim.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A file of a page, kept in memory: what is not listed cannot be asked for.
 *
 * @param type its media type
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StaticFile(String type, byte[] bytes) {
  /** A resource that lies beside a class. */
  public static StaticFile of(String type, Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + name);
      }
      return new StaticFile(type, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
