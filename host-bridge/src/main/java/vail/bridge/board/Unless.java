package vail.bridge.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Files that are closed again unless all of them could be opened. */
final class Unless implements AutoCloseable {
  private final List<Posix> files = new ArrayList<>();

  Posix open(String path) throws IOException {
    Posix file = Posix.open(path);
    files.add(file);
    return file;
  }

  /** They are another's from now on. */
  void keep() {
    files.clear();
  }

  @Override
  public void close() {
    files.forEach(Posix::close);
  }
}
