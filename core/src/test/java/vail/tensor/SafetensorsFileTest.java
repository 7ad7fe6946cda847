package vail.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.fault.Fault;
import vail.fault.VailFormatException;

class SafetensorsFileTest {
  @Test
  void findsTensorsInTheOrderOfTheirBytes() throws Exception {
    String json =
        """
        {"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]},\
        "a":{"dtype":"BF16","shape":[1,2],"data_offsets":[0,4]},\
        "nil":{"dtype":"F32","shape":[0,3],"data_offsets":[4,4]}}\
        """;

    FileLayout layout = Headers.ofFile(Headers.safetensors(json, 12));

    long data = 8L + json.length();
    assertEquals(FileKind.SAFETENSORS, layout.kind());
    assertEquals(
        List.of(
            new TensorInfo("a", ElementType.BF16, NumberFormat.BF16, List.of(1L, 2L), data, 4),
            new TensorInfo("nil", ElementType.F32, NumberFormat.FP32, List.of(0L, 3L), data + 4, 0),
            new TensorInfo("b", ElementType.F32, NumberFormat.FP32, List.of(2L), data + 4, 8)),
        layout.tensors());
  }

  @Test
  void readsFinerFormatsFromMetadataAndNames() throws Exception {
    String json =
        """
        {"__metadata__":{"x":"{\\"format\\":\\"mx_e3m2\\"}","y":"{no json","format":"pt"},\
        "x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},\
        "y":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},\
        "w.mx_e2m1":{"dtype":"U8","shape":[1],"data_offsets":[2,3]},\
        "w.mx_e2m1.scale":{"dtype":"U8","shape":[1],"data_offsets":[3,4]},\
        "q_blocks":{"dtype":"U8","shape":[1],"data_offsets":[4,5]},\
        "q_scales":{"dtype":"U8","shape":[1],"data_offsets":[5,6]}}\
        """;

    assertEquals(
        List.of(
            NumberFormat.E3M2,
            NumberFormat.OTHER,
            NumberFormat.E2M1,
            NumberFormat.E8M0,
            NumberFormat.E2M1,
            NumberFormat.E8M0),
        Headers.ofFile(Headers.safetensors(json, 6)).tensors().stream()
            .map(TensorInfo::format)
            .toList());
  }

  @Test
  void leavesTypesItDoesNotKnowToTheBytesAround() throws Exception {
    String json = "{\"x\":{\"dtype\":\"Q3_K\",\"shape\":[7],\"data_offsets\":[0,3]}}";

    FileLayout layout = Headers.ofFile(Headers.safetensors(json, 3));

    assertEquals(FileKind.SAFETENSORS, layout.kind());
    assertEquals(List.of(), layout.tensors());
  }

  @Test
  void takesNamesForDataWhateverTheyLookLike() throws Exception {
    String json = "{\"../../etc/passwd\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}";

    assertEquals(
        "../../etc/passwd",
        Headers.ofFile(Headers.safetensors(json, 1)).tensors().getFirst().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OVERLAP  | BAD_FIELD     | {'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},'b':{'dtype':'U8','shape':[4],'data_offsets':[3,7]}} | 116",
        "SHORT    | TRUNCATED     | {'a':{'dtype':'U8','shape':[99],'data_offsets':[0,99]}} | 71",
        "SHAPE    | BAD_FIELD     | {'a':{'dtype':'BF16','shape':[3],'data_offsets':[0,4]}} | 56",
        "OVERFLOW | SIZE_OVERFLOW | {'a':{'dtype':'F64','shape':[4294967296,4294967296],'data_offsets':[0,4]}} | 36",
        "BACKWARD | BAD_FIELD     | {'a':{'dtype':'U8','shape':[1],'data_offsets':[4,3]}} | 54",
        "NEGATIVE | BAD_FIELD     | {'a':{'dtype':'U8','shape':[-1],'data_offsets':[0,1]}} | 36",
        "HUGE     | BAD_FIELD     | {'a':{'dtype':'U8','shape':[1],'data_offsets':[0,9223372036854775807]}} | 57",
        "MISSING  | BAD_FIELD     | {'a':{'dtype':'U8','shape':[1]}} | 13",
        "NO_LIST  | BAD_FIELD     | {'a':7} | 13",
        "JSON     | BAD_FIELD     | {'a':} | 13",
        "METADATA | BAD_FIELD     | {'__metadata__':3} | 24",
        "TWICE    | BAD_FIELD     | {'a':{'dtype':'U8','shape':[0],'data_offsets':[0,0]},'a':{'dtype':'U8','shape':[0],'data_offsets':[0,0]}} | 61",
        "TRAILING | TRAILING_DATA | {} {} | 11"
      })
  void refusesHeadersThatLie(String what, Fault fault, String json, long offset) {
    byte[] file = Headers.safetensors(json.replace('\'', '"'), 8);

    VailFormatException e =
        assertThrows(VailFormatException.class, () -> Headers.ofFile(file), what);

    assertEquals(fault + " at " + offset, e.fault() + " at " + e.offset());
  }

  @Test
  void refusesAHeaderLongerThanTheFile() {
    byte[] file = Headers.safetensors("{}", 0);
    file[1] = 1;

    VailFormatException known = assertThrows(VailFormatException.class, () -> Headers.ofFile(file));
    VailFormatException piped = assertThrows(VailFormatException.class, () -> Headers.ofPipe(file));

    assertEquals(Fault.TRUNCATED, known.fault());
    assertEquals(Fault.TRUNCATED, piped.fault());
    assertEquals(10, known.offset());
    assertEquals(10, piped.offset());
  }

  @Test
  void claimsOnlyWhatCanBeAHeader() throws Exception {
    byte[] tooLong = Headers.safetensors("{}", 0);
    tooLong[4] = 1;

    assertEquals(FileKind.OPAQUE, Headers.ofFile(tooLong).kind());
    assertEquals(FileKind.OPAQUE, Headers.ofFile(new byte[0]).kind());
    assertEquals(FileKind.OPAQUE, Headers.ofFile(new byte[100]).kind());
  }

  @Test
  void survivesEveryByteChangedInAHeader() throws Exception {
    byte[] file =
        Headers.safetensors(
            "{\"__metadata__\":{\"a\":\"b\"},\"x\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}",
            4);
    int outcomes = 0;
    for (int at = 0; at < file.length - 4; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = file.clone();
        changed[at] = (byte) value;
        try {
          assertTrue(Headers.ofFile(changed).end() <= file.length);
        } catch (VailFormatException e) {
          assertTrue(e.offset() <= file.length);
        }
        outcomes++;
      }
    }
    assertEquals((file.length - 4) * 256, outcomes);
  }
}
