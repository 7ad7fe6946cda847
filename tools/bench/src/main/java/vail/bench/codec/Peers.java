package vail.bench.codec;

import io.airlift.compress.v3.lz4.Lz4NativeCompressor;
import io.airlift.compress.v3.lz4.Lz4NativeDecompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vail.fault.Limits;
import vail.tensor.PlaneKernels;

/** What others do with the same symbols. */
public final class Peers {
  /** The name of the peer that all are compared with. */
  public static final String YARDSTICK = "huff0";

  private Peers() {}

  /** All of them; those that code planes get them from these kernels. */
  public static List<Contender> contenders(PlaneKernels kernels) {
    List<Contender> peers = new ArrayList<>();
    peers.add(peer("memcpy", "", CopyCodec::new));
    peers.addAll(huff0(kernels));
    peers.add(peer("zstd-jni", "1", () -> new ZstdCodec(1)));
    peers.add(peer("zstd-jni", "3", () -> new ZstdCodec(3)));
    peers.add(
        peer(
            "aircompressor-zstd",
            "java",
            () -> new AirCodec(new ZstdJavaCompressor(), new ZstdJavaDecompressor())));
    peers.add(
        peer(
            "aircompressor-lz4",
            "native",
            () -> new AirCodec(new Lz4NativeCompressor(), new Lz4NativeDecompressor())));
    peers.add(peer("jdk-deflate", "huffman-only", DeflateCodec::new));
    return peers;
  }

  /** One that learns nothing from earlier symbols and takes whole values as bytes. */
  private static Contender peer(String name, String level, Supplier<Codec> codec) {
    Label label = Label.peer(name, level);
    try {
      codec.get().close();
    } catch (LinkageError | IllegalStateException e) {
      return new Contender.Absent(label, "its native library does not load: " + e.getMessage());
    }
    return new Contender.Ready(
        label, Contender.Place.THREAD, plane -> codec.get(), plane -> codec.get());
  }

  private static List<Contender> huff0(PlaneKernels kernels) {
    try {
      Huff0Library library = Huff0Library.load();
      return List.of(huff0(library, 1, kernels), huff0(library, 2, kernels));
    } catch (IOException | LinkageError | IllegalArgumentException e) {
      return List.of(
          new Contender.Absent(Label.peer(YARDSTICK, "x1"), String.valueOf(e.getMessage())),
          new Contender.Absent(Label.peer(YARDSTICK, "x2"), String.valueOf(e.getMessage())));
    }
  }

  private static Contender huff0(Huff0Library library, int symbols, PlaneKernels kernels) {
    return new Contender.Ready(
        Label.peer(YARDSTICK, "x" + symbols),
        Contender.Place.THREAD,
        plane -> new Huff0Codec(library, symbols, plane.earlier()),
        plane ->
            new TensorCodec(
                new Huff0Codec(library, symbols, plane.earlier()),
                new CopyCodec(),
                kernels,
                Limits.MAX_BLOCK_SYMBOLS));
  }
}
