package vail.conform.vector;

import java.util.List;

/** A call of the C interface ({@code core/spec/vail.h}), with whatever arguments. */
public sealed interface AbiCall {
  /**
   * {@code vail_open}.
   *
   * @param options ASCII text
   */
  record Open(String options) implements AbiCall {}

  /**
   * {@code vail_describe}.
   *
   * @param room bytes for the text
   */
  record Describe(long room) implements AbiCall {}

  /**
   * {@code vail_load_book}.
   *
   * @param slot 32 bits
   * @param epoch 32 bits
   * @param book its bytes
   */
  record LoadBook(long slot, long epoch, Data book) implements AbiCall {}

  /**
   * {@code vail_encode}.
   *
   * @param policy as in C
   * @param symbols the whole source
   * @param targetBytes size of the target
   * @param batch the blocks
   */
  record Encode(Policy policy, Data symbols, long targetBytes, List<Place> batch)
      implements AbiCall {
    /** Takes a copy. */
    public Encode {
      batch = List.copyOf(batch);
    }
  }

  /**
   * {@code vail_decode}.
   *
   * @param release VAIL_RELEASE_…
   * @param mostSymbols granted a block
   * @param blocks the whole source
   * @param targetBytes size of the target
   * @param batch the blocks
   */
  record Decode(long release, long mostSymbols, Data blocks, long targetBytes, List<Place> batch)
      implements AbiCall {
    /** Takes a copy. */
    public Decode {
      batch = List.copyOf(batch);
    }
  }

  /** {@code vail_block_t} before the call; unsigned. */
  record Place(long sourceAt, long sourceBytes, long targetAt, long targetRoom) {}

  /** {@code vail_candidate_t}; layout is bits 0 to 4 of head byte 2. */
  record Candidate(int slot, int epoch, int layout, int reserved) {}

  /** {@code vail_bias_t}. */
  record BiasOption(long rule, int value) {}

  /** {@code vail_policy_t}. */
  record Policy(
      List<Candidate> candidates,
      List<BiasOption> biases,
      long stride,
      long order,
      long constant,
      long reserved) {
    /** Takes copies. */
    public Policy {
      candidates = List.copyOf(candidates);
      biases = List.copyOf(biases);
    }
  }
}
