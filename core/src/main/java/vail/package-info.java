/**
 * The façade: a handful of methods for a program that wants tensors smaller and back again.
 *
 * <p>Job: choose defaults and call the rooms below. Non-job: any detail of the format.
 */
package vail;
