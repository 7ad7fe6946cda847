/**
 * The commands of {@code vail}: the only place that reads the command line, the environment and
 * properties.
 *
 * <p>Job: turn arguments into calls and outcomes into exit codes and messages. Non-job: any coding.
 */
package vail.cli;
