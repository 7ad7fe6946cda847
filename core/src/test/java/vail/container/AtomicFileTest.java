package vail.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void appearsWholeAtCommitAndNotBefore() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "old");
    try (AtomicFile atomic = AtomicFile.create(file)) {
      atomic.channel().write(ByteBuffer.wrap("new".getBytes(UTF_8)));
      assertEquals("old", Files.readString(file));
      atomic.commit();
    }
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("a"), names());
  }

  /** V-26. */
  @Test
  void leavesTheOldFileAndNothingElseUnlessCommitted() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "old");
    try (AtomicFile atomic = AtomicFile.create(file)) {
      atomic.channel().write(ByteBuffer.wrap("new".getBytes(UTF_8)));
    }
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a"), names());
  }

  @Test
  void isForItsOwnerAloneUntilItHasTheRightsOfTheOldFile() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    try (AtomicFile atomic = AtomicFile.create(file)) {
      Path temporary =
          folder.resolve(names().stream().filter(n -> !n.equals("a")).findFirst().orElseThrow());
      assertEquals("rw-------", rights(temporary));
      atomic.commit();
    }
    assertEquals("rw-r-----", rights(file));
  }

  @Test
  void hasTheRightsOfAnyNewFileFromTheStart() throws Exception {
    Path usual = Files.createFile(folder.resolve("usual"));
    Path file = folder.resolve("a");
    try (AtomicFile atomic = AtomicFile.create(file)) {
      String temporary = names().stream().filter(n -> !n.equals("usual")).findFirst().orElseThrow();
      assertEquals(rights(usual), rights(folder.resolve(temporary)));
      atomic.commit();
    }
    assertEquals(rights(usual), rights(file));
  }

  @Test
  void followsALinkAndLeavesItALink() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    try (AtomicFile atomic = AtomicFile.create(link)) {
      atomic.channel().write(ByteBuffer.wrap("new".getBytes(UTF_8)));
      atomic.commit();
    }
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void cutsLongNamesBetweenCharacters() throws Exception {
    for (int before : List.of(38, 39, 40)) {
      Path file = folder.resolve("x".repeat(before) + "\ud83e\udd8a".repeat(20));
      try (AtomicFile atomic = AtomicFile.create(file)) {
        atomic.commit();
      }
      assertTrue(Files.exists(file));
    }
  }

  @Test
  void removesWhatTheDeadLeftButNotWhatIsBeingWritten() throws Exception {
    Path file = folder.resolve("a");
    Files.writeString(folder.resolve(".a.123.vail-part"), "left by a process that died");
    Files.writeString(folder.resolve(".b.123.vail-part"), "another file's");
    try (AtomicFile first = AtomicFile.create(file);
        AtomicFile second = AtomicFile.create(file)) {
      assertFalse(Files.exists(folder.resolve(".a.123.vail-part")));
      assertEquals(3, names().size());
      second.commit();
      first.commit();
    }
    assertEquals(List.of(".b.123.vail-part", "a"), names());
  }

  @Test
  void takesNamesAsLongAsTheyCanBe() throws Exception {
    Path file = folder.resolve("n".repeat(255));
    try (AtomicFile atomic = AtomicFile.create(file)) {
      atomic.commit();
    }
    assertTrue(Files.exists(file));
  }

  @Test
  void refusesFoldersAndDevices() {
    assertThrows(FileSystemException.class, () -> AtomicFile.create(folder));
    assertThrows(IOException.class, () -> AtomicFile.create(folder.resolve("none").resolve("a")));
  }

  /** A superuser's folders are never closed: there the file has to appear. */
  @Test
  void writesOnlyWhereTheFolderLetsIt() throws Exception {
    Path closed =
        Files.createDirectory(
            folder.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    Path file = closed.resolve("a");
    if (Files.isWritable(closed)) {
      try (AtomicFile atomic = AtomicFile.create(file)) {
        atomic.commit();
      }
      assertTrue(Files.exists(file));
    } else {
      assertThrows(AccessDeniedException.class, () -> AtomicFile.create(file));
    }
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
