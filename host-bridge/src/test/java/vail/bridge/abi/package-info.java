/** Tests of the binding of {@code vail.h}. */
package vail.bridge.abi;
