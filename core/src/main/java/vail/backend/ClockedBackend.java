package vail.backend;

/** A backend that is a circuit, or a simulation of one, and counts its clock cycles. */
public interface ClockedBackend extends Backend {
  /** What its encoders have counted so far, in all backends of this kind in this process. */
  Cycles encoderCycles();

  /** The same of its decoders. */
  Cycles decoderCycles();
}
