/** Tests of how backends and libraries are put behind the protocol. */
package vail.conform.host;
