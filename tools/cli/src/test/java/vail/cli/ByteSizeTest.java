package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "65536, 65536",
    "4KiB, 4096",
    "64MiB, 67108864",
    "1GiB, 1073741824",
    "2k, 2000",
    "3 MB, 3000000",
    "1ki, 1024",
    "7b, 7"
  })
  void readsSizes(String text, long bytes) {
    assertEquals(bytes, new ByteSize.Converter().convert(text).bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5KiB", "KiB", "4XiB", "4iB", "999999999TiB", "4KiBs"})
  void rejectsWhatIsNoSize(String text) {
    assertThrows(TypeConversionException.class, () -> new ByteSize.Converter().convert(text));
  }
}
