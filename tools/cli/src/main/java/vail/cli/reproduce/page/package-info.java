/**
 * The report as one web page that needs nothing from elsewhere.
 *
 * <p>Job: pictures (inline SVG, each with a title and a description), tables and words in HTML.
 * Non-job: numbers; all of them come from {@code measure}.
 */
package vail.cli.reproduce.page;
