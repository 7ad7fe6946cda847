/**
 * How findings are shown: tables, JSON, a picture, a page, and the table of the front page.
 *
 * <p>Job: words and drawings. Non-job: any figure of its own.
 */
package vail.bench.report;
