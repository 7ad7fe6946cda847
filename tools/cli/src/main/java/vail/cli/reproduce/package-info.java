/**
 * {@code vail reproduce}: the claims of arXiv 2601.10673 tested on recorded tensors.
 *
 * <p>Job: read a folder, have it measured, and write what was found as text, JSON, CSV, markdown
 * and a page. Non-job: the measuring itself, which is in {@code measure}, and the pictures, which
 * are in {@code page}.
 */
package vail.cli.reproduce;
