/**
 * Makes the books that are shipped with the project from the earlier recording of its tensors.
 *
 * <p>Knows which book has which slot; knows nothing of how a book is trained.
 */
package vail.cli.books;
