package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptFolderTest {
  @Test
  void liesInTheUsersCacheFolder() {
    assertEquals(
        Optional.of(Path.of("/a/vail")),
        KeptFolder.of(Map.of("XDG_CACHE_HOME", "/a", "HOME", "/b")));
    assertEquals(
        Optional.of(Path.of("/b/.cache/vail")),
        KeptFolder.of(Map.of("XDG_CACHE_HOME", "", "HOME", "/b")));
  }

  @Test
  void isNotThereWithoutAPlaceForIt() {
    assertEquals(Optional.empty(), KeptFolder.of(Map.of()));
    assertEquals(Optional.empty(), KeptFolder.of(Map.of("XDG_CACHE_HOME", "not/absolute")));
    assertEquals(Optional.empty(), KeptFolder.of(Map.of("HOME", "\0")));
  }
}
