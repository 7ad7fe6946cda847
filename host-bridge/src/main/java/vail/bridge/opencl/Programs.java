package vail.bridge.opencl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jocl.CLException;
import org.jocl.cl_context;
import org.jocl.cl_program;

/**
 * Programs for a device, built from source, or from what an earlier run has kept of it: by device,
 * driver and source. What is kept and does not fit is built again; a folder that cannot be written
 * is done without.
 */
final class Programs {
  private static final String OPTIONS = "-cl-std=CL1.2";
  private static final int DIGEST_BYTES = 32;

  private final Cl cl;
  private final Optional<Path> folder;

  Programs(Cl cl, Optional<Path> folder) {
    this.cl = cl;
    this.folder = folder;
  }

  /**
   * A program, ready to make kernels of.
   *
   * @throws CLException if it cannot be built; the message holds the compiler's words
   */
  cl_program program(cl_context context, Device device, String source) {
    Optional<Path> file = folder.map(in -> in.resolve(name(device, source)));
    Optional<byte[]> binary = file.flatMap(Programs::read);
    if (binary.isPresent()) {
      Optional<cl_program> kept = fromBinary(context, device, binary.get());
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    cl_program program = fromSource(context, device, source);
    file.ifPresent(to -> keep(program, to));
    return program;
  }

  private static String name(Device device, String source) {
    String all = String.join("\0", device.name(), device.driver(), OPTIONS, source);
    return HexFormat.of().formatHex(sha256(all.getBytes(StandardCharsets.UTF_8))) + ".clbin";
  }

  private Optional<cl_program> fromBinary(cl_context context, Device device, byte[] binary) {
    cl_program program;
    try {
      program = cl.fromBinary(context, device.id(), binary);
    } catch (CLException e) {
      return Optional.empty();
    }
    try {
      cl.build(program, device.id(), OPTIONS);
      return Optional.of(program);
    } catch (CLException e) {
      cl.release(program);
      return Optional.empty();
    }
  }

  private cl_program fromSource(cl_context context, Device device, String source) {
    cl_program program = cl.fromSource(context, source);
    try {
      cl.build(program, device.id(), OPTIONS);
      return program;
    } catch (CLException e) {
      String log = log(program, device);
      cl.release(program);
      throw new CLException(e.getMessage() + ": " + log, e, e.getStatus());
    }
  }

  private String log(cl_program program, Device device) {
    try {
      return cl.buildLog(program, device.id());
    } catch (CLException e) {
      return "and no log of it";
    }
  }

  /** A digest before the binary tells a file that was cut short or altered. */
  private static Optional<byte[]> read(Path file) {
    try {
      byte[] all = Files.readAllBytes(file);
      if (all.length <= DIGEST_BYTES) {
        return Optional.empty();
      }
      byte[] binary = Arrays.copyOfRange(all, DIGEST_BYTES, all.length);
      boolean whole = Arrays.equals(all, 0, DIGEST_BYTES, sha256(binary), 0, DIGEST_BYTES);
      return whole ? Optional.of(binary) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void keep(cl_program program, Path file) {
    try {
      byte[] binary = cl.binary(program);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".clbin");
      try {
        byte[] all = Arrays.copyOf(sha256(binary), DIGEST_BYTES + binary.length);
        System.arraycopy(binary, 0, all, DIGEST_BYTES, binary.length);
        Files.write(fresh, all);
        Files.move(
            fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException | CLException e) {
      return; // it is built again next time
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
