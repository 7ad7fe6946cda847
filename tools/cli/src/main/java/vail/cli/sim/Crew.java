package vail.cli.sim;

import vail.sim.team.Team;

/**
 * Who runs dies, and how.
 *
 * @param dies what was asked for
 * @param team the processes that do it
 * @param threads of each that work
 * @param audience looks on
 */
record Crew(DieOptions dies, Team team, int threads, Audience audience) {}
