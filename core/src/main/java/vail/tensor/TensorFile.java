package vail.tensor;

import java.io.IOException;
import java.util.List;
import vail.fault.Limits;

/** A format of files that hold tensors behind a header. */
public interface TensorFile {
  /** The formats that are recognised by their first bytes, in the order they are asked. */
  List<TensorFile> RECOGNISED = List.of(new NpyFile(), new SafetensorsFile());

  /** Whether a file starts like one of this format. */
  boolean claims(Prefix prefix) throws IOException;

  /**
   * Reads the header, and not more of the file than that.
   *
   * @throws vail.fault.VailFormatException if the header breaks a rule of the format, points beyond
   *     the end of a file of known size, or asks for more than the limits grant
   */
  FileLayout read(Prefix prefix, Limits limits) throws IOException;

  /** Where the tensors of a file lie; a file that nobody claims is opaque. */
  static FileLayout recognise(Prefix prefix, Limits limits) throws IOException {
    for (TensorFile format : RECOGNISED) {
      if (format.claims(prefix)) {
        return format.read(prefix, limits);
      }
    }
    return FileLayout.opaque();
  }
}
