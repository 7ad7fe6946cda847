/**
 * The backend {@code rtl-sim}: the circuits of the module {@code fpga}, simulated cycle by cycle.
 *
 * <p>The library is that module's; this room finds it, and binds what it counts. Heads, payloads
 * and checks are the circuits' own.
 */
package vail.bridge.rtl;
