/** The format, its reference and fast codecs, its files, and the seam to other implementations. */
module vail.core {
  // Only java-vector wants it: without --add-modules it stays away, and so does that backend.
  requires static jdk.incubator.vector;

  exports vail;
  exports vail.backend;
  exports vail.block;
  exports vail.code;
  exports vail.container;
  exports vail.fault;
  exports vail.json;
  exports vail.tensor;

  uses vail.backend.BackendProvider;

  // Named a second time in META-INF/services, for programs that put core on the class path.
  provides vail.backend.BackendProvider with
      vail.backend.ReferenceProvider,
      vail.backend.ScalarProvider,
      vail.backend.VectorProvider;
}
