/** Tests of {@link vail.cli.serve}. */
package vail.cli.serve;
