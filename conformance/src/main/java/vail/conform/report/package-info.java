/**
 * A run as it is kept (lines of JSON), and what is made of it for people and machines: a summary,
 * JUnit's XML, one HTML page.
 *
 * <p>Everything an implementation has said is data here: it is escaped wherever it is shown. Judges
 * nothing.
 */
package vail.conform.report;
