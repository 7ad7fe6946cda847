/**
 * The C interface {@code core/spec/vail.h}, bound by the foreign function interface: a loaded
 * library becomes a {@link vail.backend.Backend}.
 *
 * <p>Knows no library by name and no meaning of a byte; a fault that comes across is handed on.
 */
package vail.bridge.abi;
