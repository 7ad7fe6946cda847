/**
 * A small web server for one person's browser: static files, questions answered as JSON, events as
 * they come, meters. Refuses whoever should not ask, and bounds what each may take. Knows nothing
 * of what is asked, of options or of pages.
 */
package vail.sim.web;
