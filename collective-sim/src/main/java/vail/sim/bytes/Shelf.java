package vail.sim.bytes;

import vail.code.BookSet;

/**
 * The books of one die: those that it can read, and the one that it codes with. Each change is seen
 * by the next frame, whole.
 */
public final class Shelf {
  private final Tally tally;
  private volatile Books.Installed books;

  private Shelf(Books.Installed books, Tally tally) {
    this.books = books;
    this.tally = tally;
  }

  /** A shelf that nobody changes, and of which nothing is counted. */
  public static Shelf of(Books.Installed books) {
    return new Shelf(books, Tally.NONE);
  }

  /**
   * A shelf with a first edition.
   *
   * @param every so-manieth frame that comes in is sampled
   */
  public static Shelf of(Edition first, int every) {
    return new Shelf(first.alone(), new Tally(every));
  }

  /** What was received since it was taken last. */
  public Tally tally() {
    return tally;
  }

  Books.Installed books() {
    return books;
  }

  /** Whether frames of an edition can be read. */
  public boolean holds(Edition edition) {
    return books.books().holds(edition.id().slot(), edition.id().epoch());
  }

  /** Reads frames of an edition from now on, and codes as before. */
  public void install(Edition edition) {
    put(books.books().with(edition.id(), edition.book()), books.policies());
  }

  /**
   * Codes with an edition from the next frame on.
   *
   * @throws vail.fault.VailFormatException if it was never installed
   */
  public void use(Edition edition) {
    var _ = books.books().book(edition.id());
    put(books.books(), edition.policies());
  }

  /** Reads no frames of an edition any more. */
  public void drop(Edition edition) {
    put(books.books().without(edition.id()), books.policies());
  }

  private void put(BookSet set, Books.Policies policies) {
    books = new Books.Installed(set, policies);
  }
}
