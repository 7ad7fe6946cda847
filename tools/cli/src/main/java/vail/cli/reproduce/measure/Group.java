package vail.cli.reproduce.measure;

import vail.cli.reproduce.grid.Profile;
import vail.cli.reproduce.grid.ShardedTensor;

/**
 * What is measured together: the tensors of one kind in one profile.
 *
 * @param kind of tensor, e.g. {@code ffn1_act}
 * @param profile how their values became symbols
 */
public record Group(String kind, Profile profile) {
  /** The group a tensor belongs to. */
  public static Group of(ShardedTensor tensor) {
    return new Group(tensor.kind(), tensor.profile());
  }

  /** For people, e.g. {@code ffn1_act bf16 bytes}. */
  public String label() {
    return kind + " " + profile.label();
  }
}
