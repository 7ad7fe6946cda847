package vail.bridge.board;

/**
 * A PCIe board with AMD's XDMA core and its Linux driver, {@code board:xdma:/dev/xdma0}: the files
 * {@code PREFIX_user}, {@code PREFIX_h2c_0} and {@code PREFIX_c2h_0}, and BYTES of memory from
 * address 0 on (1 GiB).
 */
public final class XdmaKind implements BoardKind {
  private static final String MEMORY_BYTES = "1073741824";

  @Override
  public String name() {
    return "xdma";
  }

  @Override
  public String usage() {
    return "xdma:PREFIX[,BYTES]";
  }

  @Override
  public DeviceFiles open(String where) throws AbsentBoardException {
    String[] parts = where.split(",", -1);
    if (parts.length > 2 || parts[0].isEmpty()) {
      throw new AbsentBoardException("\"" + where + "\" is not PREFIX or PREFIX,BYTES");
    }
    long bytes = Numbers.of("BYTES", parts.length == 2 ? parts[1] : MEMORY_BYTES);
    return DeviceFiles.open(
        new DeviceFiles.Names(
            parts[0] + "_user", parts[0] + "_h2c_0", parts[0] + "_c2h_0", 0, 0, bytes));
  }
}
