/**
 * {@code vail demo}: the main job on the tensors in the jar, on every backend that is ready.
 *
 * <p>Job: run, compare bit for bit, show. Non-job: measuring for others to quote; that is a
 * benchmark's.
 */
package vail.cli.demo;
