/**
 * What the tests of every module share: where the project and its recorded tensors lie, how a test
 * says that something it wants is absent, and who of a module looks where.
 *
 * <p>Knows nothing of the format; generators of tensors and blocks live with the tests of their
 * room.
 */
package vail.testing;
