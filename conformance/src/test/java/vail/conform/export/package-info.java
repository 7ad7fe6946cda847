/** Tests of the room of the same name. */
package vail.conform.export;
