package vail.bridge.board;

import java.io.IOException;
import java.nio.file.Path;

/** Another board than those that are there: {@code board:files:FOLDER}, for tests only. */
public final class FileKind implements BoardKind {
  @Override
  public String name() {
    return "files";
  }

  @Override
  public String usage() {
    return "files:FOLDER";
  }

  @Override
  public BoardTransport open(String where) throws AbsentBoardException {
    try {
      return FileBoard.in(Path.of(where), Boards.simulated("", Boards.LEAST_BYTES));
    } catch (IOException e) {
      throw new AbsentBoardException(String.valueOf(e.getMessage()));
    }
  }
}
