package vail.container;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** Makes the directory again while a file goes by, and compares it with the file's own (V-21). */
final class DirectoryCheck {
  private static final int PART = 1 << 16;

  private final MessageDigest bookList = sha256();
  private final MessageDigest entryList = sha256();
  private final MessageDigest extentList = sha256();
  private final DirectoryBuilder builder;

  DirectoryCheck(Limits limits) {
    builder =
        new DirectoryBuilder(
            digesting(bookList), digesting(entryList), digesting(extentList), limits);
  }

  /** Hears of every frame that goes by. */
  DirectoryBuilder builder() {
    return builder;
  }

  /** Reads the DIRECTORY frame whose head was read last. */
  void compare(FrameHead frame, FrameInput input) throws IOException {
    frame.bound(builder.bodyBytes(), builder.bodyBytes());
    byte[] counts = builder.counts();
    byte[] found = new byte[counts.length];
    input.bodyPart(MemorySegment.ofArray(found), 0, found.length);
    boolean sameCounts = Arrays.equals(counts, found);
    boolean sameBooks = same(bookList, builder.bookListBytes(), input);
    boolean sameEntries = same(entryList, builder.entryListBytes(), input);
    boolean sameExtents = same(extentList, builder.extentListBytes(), input);
    input.bodyEnd();
    long at = frame.bodyAt();
    require(sameCounts, at, "counts");
    at += counts.length;
    require(sameBooks, at, "list of books");
    at += builder.bookListBytes();
    require(sameEntries, at, "list of segments");
    at += builder.entryListBytes();
    require(sameExtents, at, "list of tiles");
  }

  private static boolean same(MessageDigest expected, long bytes, FrameInput input)
      throws IOException {
    MessageDigest found = sha256();
    byte[] part = new byte[PART];
    for (long left = bytes; left > 0; left -= PART) {
      int count = (int) Math.min(left, PART);
      input.bodyPart(MemorySegment.ofArray(part), 0, count);
      found.update(part, 0, count);
    }
    return Arrays.equals(expected.digest(), found.digest());
  }

  private static void require(boolean same, long at, String what) {
    if (!same) {
      throw new VailFormatException(
          Fault.BAD_FIELD, at, "the directory's " + what + " is not that of the frames before");
    }
  }

  private static OutputStream digesting(MessageDigest digest) {
    return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
