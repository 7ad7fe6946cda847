package vail.sim.team;

/** Another JVM of the team has gone, could not go on, or is about something else. */
public final class RankLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RankLostException(String message) {
    super(message);
  }
}
