/**
 * {@code vail encode}, {@code decode}, {@code verify} and {@code inspect}: files of tensors to
 * containers and back.
 *
 * <p>Job: options to policies, directories to tables and JSON. Non-job: the container's bytes.
 */
package vail.cli.container;
