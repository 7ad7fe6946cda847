package vail.conform.vector;

import vail.code.BookId;
import vail.code.Codebook;

/**
 * A book that both sides hold before the first request.
 *
 * @param id slot and epoch
 * @param name its name in {@code books.json}
 * @param book the book
 */
public record InstalledBook(BookId id, String name, Codebook book) {}
