/**
 * The web page of {@code vail serve}: its files and where it is served. Job: to start, to say what
 * is open, to end. Non-job: what is answered, and how requests are guarded.
 */
package vail.cli.serve;
