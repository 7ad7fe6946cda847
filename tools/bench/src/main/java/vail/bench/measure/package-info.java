/**
 * How things are timed: side by side, round by round, and never without a checked round trip.
 *
 * <p>Job: turn contenders and planes into rates and ratios. Non-job: who they are, and how the
 * outcome is shown.
 */
package vail.bench.measure;
