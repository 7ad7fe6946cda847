/**
 * The judge as a test of JUnit 5: one annotation, one test a vector, named by its id.
 *
 * <p>The only room that knows JUnit, which is an optional dependency: whoever uses this brings it.
 */
package vail.conform.junit;
