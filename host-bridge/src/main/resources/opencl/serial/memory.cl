/* Numbers anywhere in memory, little-endian: compilers for processors take vectors of bytes apart. */
struct anywhere16 { ushort value; } __attribute__((packed));
struct anywhere32 { uint value; } __attribute__((packed));
struct anywhere64 { ulong value; } __attribute__((packed));

inline uint load16(global const uchar *at) { return ((global const struct anywhere16 *)at)->value; }
inline uint load32(global const uchar *at) { return ((global const struct anywhere32 *)at)->value; }
inline ulong load64(global const uchar *at) { return ((global const struct anywhere64 *)at)->value; }
inline void store16(global uchar *at, uint value) { ((global struct anywhere16 *)at)->value = (ushort)value; }
inline void store32(global uchar *at, uint value) { ((global struct anywhere32 *)at)->value = value; }
inline void store64(global uchar *at, ulong value) { ((global struct anywhere64 *)at)->value = value; }
