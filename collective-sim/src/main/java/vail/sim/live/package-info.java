/**
 * Dies that really run, in one process or a team of several: each node of a topology is a Vert.x
 * verticle, parcels move over sockets or by reference, codecs work on threads of their own, and
 * links and units are held to their speeds or not at all. The book that all share is kept fit while
 * they run. Knows schedules and values; knows nothing of options, files and pages.
 */
package vail.sim.live;
