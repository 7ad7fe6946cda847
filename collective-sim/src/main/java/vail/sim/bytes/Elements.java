package vail.sim.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Views of arrays of bytes as rows of little-endian numbers, addressed by byte. */
final class Elements {
  static final VarHandle SHORTS = view(short[].class);
  static final VarHandle INTS = view(int[].class);
  static final VarHandle LONGS = view(long[].class);
  static final VarHandle FLOATS = view(float[].class);
  static final VarHandle DOUBLES = view(double[].class);

  private Elements() {}

  private static VarHandle view(Class<?> row) {
    return MethodHandles.byteArrayViewVarHandle(row, ByteOrder.LITTLE_ENDIAN);
  }
}
