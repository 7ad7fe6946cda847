/**
 * What pages are made of: the frame and style of a page, pictures in SVG, axes, tables.
 *
 * <p>Job: text that is well-formed, refers to nothing outside itself and reads in light and dark.
 * Non-job: what is shown.
 */
package vail.cli.page;
