/**
 * What the tests of every module share: where the project and its recorded tensors lie, and how a
 * test says that something it wants is absent.
 *
 * <p>Knows nothing of the format; generators of tensors and blocks live with the tests of their
 * room.
 */
package vail.testing;
