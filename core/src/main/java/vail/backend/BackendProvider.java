package vail.backend;

/** Finds out whether a backend can run here. Found by {@link java.util.ServiceLoader}. */
public interface BackendProvider {
  /** The name of the backend it offers. */
  String name();

  /** Looks, without side effects beyond loading what the backend needs. */
  Probe probe();
}
