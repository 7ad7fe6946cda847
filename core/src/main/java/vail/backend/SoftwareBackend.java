package vail.backend;

import java.util.function.Supplier;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.PayloadCoder;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.tensor.PlaneKernels;

/** A backend in pure Java around a kernel; holds nothing that must be given back. */
public final class SoftwareBackend implements Backend {
  private final String name;
  private final BlockEncoder encoder;
  private final BlockDecoder decoder;
  private final PlaneKernels planes;

  /** A backend that codes payloads with kernels from {@code kernels}, one a thread. */
  public SoftwareBackend(String name, Supplier<PayloadCoder> kernels) {
    this(name, kernels, PlaneKernels.JAVA);
  }

  /** The same with kernels of its own for tensors. */
  public SoftwareBackend(String name, Supplier<PayloadCoder> kernels, PlaneKernels planes) {
    this.name = name;
    this.planes = planes;
    this.encoder = new SoftwareEncoder(kernels);
    this.decoder = new SoftwareDecoder(kernels);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return "Java " + Runtime.version().feature();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ALL;
  }

  @Override
  public BlockEncoder encoder() {
    return encoder;
  }

  @Override
  public BlockDecoder decoder() {
    return decoder;
  }

  @Override
  public PlaneKernels planes() {
    return planes;
  }

  @Override
  public void close() {}
}
