package vail.block;

/** The scalar kernels. */
class ScalarPayloadTest extends PayloadCoderContract {
  @Override
  PayloadCoder coder() {
    return new ScalarPayload();
  }
}
