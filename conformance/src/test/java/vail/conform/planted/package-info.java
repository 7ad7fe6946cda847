/** One small implementation of the format, made to be broken in one place at a time. */
package vail.conform.planted;
