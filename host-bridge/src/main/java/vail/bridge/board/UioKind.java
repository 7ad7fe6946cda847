package vail.bridge.board;

/**
 * A kernel beside the processor, its registers by UIO and its memory by u-dma-buf: {@code
 * board:uio:/dev/uio0,/dev/udmabuf0,0x70000000,16777216}.
 */
public final class UioKind implements BoardKind {
  private static final int PARTS = 4;

  @Override
  public String name() {
    return "uio";
  }

  @Override
  public String usage() {
    return "uio:REGISTERS,MEMORY,ADDRESS,BYTES";
  }

  @Override
  public DeviceFiles open(String where) throws AbsentBoardException {
    String[] parts = where.split(",", -1);
    if (parts.length != PARTS) {
      throw new AbsentBoardException("\"" + where + "\" is not REGISTERS,MEMORY,ADDRESS,BYTES");
    }
    return DeviceFiles.open(
        new DeviceFiles.Names(
            parts[0],
            parts[1],
            parts[1],
            Numbers.of("ADDRESS", parts[2]),
            0,
            Numbers.of("BYTES", parts[3])));
  }
}
