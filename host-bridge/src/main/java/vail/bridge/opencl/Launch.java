package vail.bridge.opencl;

import org.jocl.cl_mem;

/**
 * The buffers of one launch.
 *
 * @param source bytes of all sources
 * @param shelf the books
 * @param jobs a block each
 * @param count of them
 * @param target bytes of all targets
 */
record Launch(cl_mem source, cl_mem shelf, cl_mem jobs, int count, cl_mem target) {}
