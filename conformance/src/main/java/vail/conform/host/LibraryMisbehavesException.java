package vail.conform.host;

/** A library touched what is not its own; after this nothing it says can be believed. */
final class LibraryMisbehavesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LibraryMisbehavesException(String how) {
    super(how);
  }
}
