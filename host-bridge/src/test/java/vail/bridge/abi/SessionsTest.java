package vail.bridge.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vail.bridge.simd.Levels;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.testing.RandomBooks;

class SessionsTest {
  private final List<Session> opened = new ArrayList<>();
  private final Sessions sessions = new Sessions(this::open);
  private final SplittableRandom random = new SplittableRandom(8);
  private VailLibrary library;

  @BeforeEach
  void load() throws URISyntaxException {
    Levels.open("portable").close();
    library = VailLibrary.load(Path.of(Sessions.class.getResource("/native/libvail.so").toURI()));
  }

  private Session open(BookSet books) {
    Session session = new Session(library, "level=portable", books, 1 << 20);
    opened.add(session);
    return session;
  }

  private BookSet books() {
    return BookSet.empty().with(new BookId(1, 0), RandomBooks.any(random, BookClass.SHORT));
  }

  private long openSessions() {
    return opened.stream().filter(Session::isOpen).count();
  }

  @Test
  void keepsTheSessionOfASetThatComesAgain() {
    BookSet books = books();
    Session first = sessions.take(books);
    sessions.giveBack(first);
    assertSame(first, sessions.take(books));
    sessions.giveBack(first);
    sessions.close();
    assertFalse(first.isOpen());
  }

  @Test
  void closesWhatWasUsedLongestAgo() {
    for (int i = 0; i < 3 * Sessions.KEPT; i++) {
      sessions.giveBack(sessions.take(books()));
    }
    assertEquals(Sessions.KEPT, openSessions());
    assertTrue(opened.getLast().isOpen());
    sessions.close();
    assertEquals(0, openSessions());
  }

  @Test
  void leavesASessionOpenThatIsInUse() {
    Session used = sessions.take(books());
    for (int i = 0; i < 2 * Sessions.KEPT; i++) {
      sessions.giveBack(sessions.take(books()));
    }
    sessions.close();
    assertTrue(used.isOpen());
    sessions.giveBack(used);
    assertFalse(used.isOpen());
  }
}
