/** The board stack, over the simulated kernel and over devices that fail. */
package vail.bridge.board;
