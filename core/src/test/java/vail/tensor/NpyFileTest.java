package vail.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.fault.Fault;
import vail.fault.VailFormatException;

class NpyFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<f4 | (2, 3) | F32 | 24",
        "<f2 | (3,) | F16 | 6",
        "<i2 | () | I16 | 2",
        "<V2 | (0, 5) | BF16 | 0",
        "<c8 | (1,) | C64 | 8"
      })
  void findsTheArray(String descr, String shape, ElementType type, int bytes) throws Exception {
    byte[] file = Headers.npy(dictionary("'" + descr + "'", shape), bytes);

    TensorInfo array = Headers.ofFile(file).tensors().getFirst();

    assertEquals(type, array.type());
    assertEquals(file.length - bytes, array.start());
    assertEquals(bytes, array.bytes());
    assertEquals(
        shape.replaceAll("[ (),]", ""),
        String.join("", array.shape().stream().map(String::valueOf).toList()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"descr\": \"<f4\", \"fortran_order\": True, \"shape\": (2, 3)}",
        "{'descr': u'<f4', 'fortran_order': False, 'shape': (2L, 3L)}",
        "{'shape':(2,3),'fortran_order':False,'descr':b'<f4'}"
      })
  void readsWhateverSpellingNumPyReads(String dictionary) throws Exception {
    TensorInfo array = Headers.ofFile(Headers.npy(dictionary, 24)).tensors().getFirst();

    assertEquals(ElementType.F32, array.type());
    assertEquals(List.of(2L, 3L), array.shape());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'>f4'", "'|O'", "[('a', '<f4'), ('b', '<i8')]", "'<U5'"})
  void leavesArraysOfOtherThingsOpaque(String descr) throws Exception {
    FileLayout layout = Headers.ofFile(Headers.npy(dictionary(descr, "(2,)"), 8));

    assertEquals(FileKind.NPY, layout.kind());
    assertEquals(List.of(), layout.tensors());
  }

  /** F-06. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'descr': '<f4', 'shape': (3, 4)} | TRUNCATED | 52",
        "{'descr': '<f4', 'shape': (99999999999999999999,)} | SIZE_OVERFLOW | 37",
        "{'descr': '<f4', 'shape': (4294967296, 4294967296)} | SIZE_OVERFLOW | 37",
        "{'descr': '<f4'} | BAD_FIELD | 10",
        "{'shape': (3,)} | BAD_FIELD | 10"
      })
  void refusesHeadersThatLie(String dictionary, Fault fault, long offset) {
    VailFormatException e =
        assertThrows(VailFormatException.class, () -> Headers.ofFile(Headers.npy(dictionary, 8)));

    assertEquals(fault + " at " + offset, e.fault() + " at " + e.offset());
  }

  @Test
  void refusesVersionsItDoesNotKnow() {
    byte[] file = Headers.npy(dictionary("'<f4'", "(1,)"), 4);
    file[6] = 4;

    assertEquals(
        Fault.UNSUPPORTED_VERSION,
        assertThrows(VailFormatException.class, () -> Headers.ofFile(file)).fault());
  }

  @Test
  void refusesEveryTruncationOfKnownSize() {
    byte[] file = Headers.npy(dictionary("'<f4'", "(2,)"), 8);
    for (int bytes = 8; bytes < file.length; bytes++) {
      byte[] cut = java.util.Arrays.copyOf(file, bytes);
      VailFormatException e = assertThrows(VailFormatException.class, () -> Headers.ofFile(cut));
      assertTrue(e.fault() == Fault.TRUNCATED, e.getMessage());
    }
  }

  private static String dictionary(String descr, String shape) {
    return "{'descr': " + descr + ", 'fortran_order': False, 'shape': " + shape + ", }";
  }
}
