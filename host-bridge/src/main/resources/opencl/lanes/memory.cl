/* Numbers anywhere in memory, little-endian. */
inline uint load16(global const uchar *at) { return at[0] | (uint)at[1] << 8; }
inline uint load32(global const uchar *at) { return as_uint(vload4(0, at)); }
inline void store16(global uchar *at, uint value) { vstore2(as_uchar2((ushort)value), 0, at); }
inline void store32(global uchar *at, uint value) { vstore4(as_uchar4(value), 0, at); }
