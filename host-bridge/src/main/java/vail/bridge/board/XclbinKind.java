package vail.bridge.board;

import java.nio.file.Files;
import java.nio.file.Path;

/** An Alveo or Versal board, by AMD's XRT: {@code board:xclbin:vail.xclbin}. */
public final class XclbinKind implements BoardKind {
  private static final String LIBRARY = "libxrt_coreutil.so.2";

  private final String library;

  /** With the XRT that the system's linker finds. */
  public XclbinKind() {
    this(LIBRARY);
  }

  /** With another file in its place. */
  XclbinKind(String library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "xclbin";
  }

  @Override
  public String usage() {
    return "xclbin:FILE[,DEVICE]";
  }

  @Override
  public XrtBoard open(String where) throws AbsentBoardException {
    int comma = where.lastIndexOf(',');
    String file = comma < 0 ? where : where.substring(0, comma);
    long device = comma < 0 ? 0 : Numbers.of("DEVICE", where.substring(comma + 1));
    if (!Files.isRegularFile(Path.of(file))) {
      throw new AbsentBoardException("there is no file \"" + file + "\"");
    }
    if (device > Integer.MAX_VALUE) {
      throw new AbsentBoardException("XRT has no device " + device);
    }
    return new XrtBoard(XrtLibrary.load(library), (int) device, file);
  }
}
