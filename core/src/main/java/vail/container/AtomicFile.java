package vail.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that appears whole or not at all (V-26): bytes go to a temporary file beside it, which
 * takes its place at {@link #commit}. Until then the old file, if there is one, stays as it is.
 *
 * <p>The temporary file is locked as long as its writer lives. Those of writers that died are found
 * by their free locks and removed when the same file is written the next time.
 */
public final class AtomicFile implements AutoCloseable {
  private static final String SUFFIX = ".vail-part";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);

  /** Longer names are cut, so that the temporary name is no longer than file systems allow. */
  private static final int LONGEST_PREFIX = 40;

  /** Temporary files of this process: a lock is lost when its process closes the file anywhere. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private final Optional<Set<PosixFilePermission>> oldRights;
  private boolean done;

  private AtomicFile(
      Path target,
      Path temporary,
      FileChannel channel,
      Optional<Set<PosixFilePermission>> oldRights) {
    this.target = target;
    this.temporary = temporary;
    this.channel = channel;
    this.oldRights = oldRights;
  }

  /**
   * Starts to write a file.
   *
   * @param file where it will appear; a link is followed
   * @throws IOException if it is no regular file or its folder cannot be written to
   */
  public static AtomicFile create(Path file) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "not a regular file");
    }
    removeLeftovers(target);
    Optional<Set<PosixFilePermission>> oldRights = rights(target);
    while (true) {
      String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
      Path temporary = target.resolveSibling(prefix(target) + unique + SUFFIX);
      OURS.add(temporary);
      FileChannel channel = open(temporary, oldRights);
      if (isHeld(temporary, channel)) {
        return new AtomicFile(target, temporary, channel, oldRights);
      }
      // Somebody who clears up after the dead was faster than our lock, and removes the file.
      channel.close();
      OURS.remove(temporary);
    }
  }

  /** For its owner alone where an old file may have been; else with the rights of any new file. */
  private static FileChannel open(Path temporary, Optional<Set<PosixFilePermission>> oldRights)
      throws IOException {
    FileAttribute<?>[] attributes =
        oldRights.isPresent()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try {
      return FileChannel.open(temporary, NEW, attributes);
    } catch (IOException e) {
      OURS.remove(temporary);
      throw e;
    }
  }

  /** Where files cannot be locked nobody removes what others left, so there is nothing to fear. */
  private static boolean isHeld(Path temporary, FileChannel channel) {
    try {
      return lock(channel) && Files.exists(temporary);
    } catch (IOException e) {
      return true;
    }
  }

  /** Where the bytes go. */
  public FileChannel channel() {
    return channel;
  }

  /** Makes the file appear, safe against a loss of power from then on. */
  public void commit() throws IOException {
    if (oldRights.isPresent()) {
      Files.setPosixFilePermissions(temporary, oldRights.get());
    }
    channel.force(true);
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    done = true;
    if (isPosix(target)) {
      try (FileChannel folder = FileChannel.open(parent(target), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  /** Removes the temporary file unless it has become the file. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (!done) {
        Files.deleteIfExists(temporary);
      }
    } finally {
      OURS.remove(temporary);
    }
  }

  /** Those of the old file, if there is one. */
  private static Optional<Set<PosixFilePermission>> rights(Path target) throws IOException {
    return isPosix(target) && Files.exists(target)
        ? Optional.of(Files.getPosixFilePermissions(target))
        : Optional.empty();
  }

  private static void removeLeftovers(Path target) throws IOException {
    String prefix = prefix(target);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(parent(target), file -> isTemporary(file, prefix))) {
      for (Path file : files) {
        removeIfDead(file);
      }
    }
  }

  private static boolean isTemporary(Path file, String prefix) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(prefix)
        && !OURS.contains(file)
        && name.endsWith(SUFFIX)
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static void removeIfDead(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (lock(channel)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Gone already, or somebody else's: not ours to clear up, and no reason not to write.
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String prefix(Path target) {
    String name = String.valueOf(target.getFileName());
    if (name.length() <= LONGEST_PREFIX) {
      return "." + name + ".";
    }
    // Half of a character is no name at all.
    int cut = LONGEST_PREFIX - (Character.isHighSurrogate(name.charAt(LONGEST_PREFIX - 1)) ? 1 : 0);
    return "." + name.substring(0, cut) + Integer.toHexString(name.hashCode()) + ".";
  }

  private static Path parent(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      throw new FileSystemException(target.toString(), null, "a file needs a folder");
    }
    return parent;
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
