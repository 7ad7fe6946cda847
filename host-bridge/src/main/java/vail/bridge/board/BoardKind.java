package vail.bridge.board;

/** A kind of board, by the name that users type. Found by {@link java.util.ServiceLoader}. */
public interface BoardKind {
  /** E.g. {@code xdma}: what stands before the colon. */
  String name();

  /** What a user types, e.g. {@code xdma:PREFIX[,BYTES]}. */
  String usage();

  /**
   * Opens a board.
   *
   * @param where what the user typed behind {@code name:}; may be empty
   * @throws AbsentBoardException why there is none
   */
  BoardTransport open(String where) throws AbsentBoardException;
}
