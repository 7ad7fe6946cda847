package vail.cli.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.sim.bytes.Certificate;
import vail.sim.bytes.Moved;
import vail.sim.bytes.StepFigures;

/** What moving real bytes has shown, as JSON. */
final class ProofJson {
  private static final String ORDER =
      "that of the schedule: a die adds what it receives to what it has, in its script's order";

  private ProofJson() {}

  /** Adds to a row. */
  static void add(JsonObject.Builder row, Setup setup, Moved moved) {
    row.put("wrong", moved.certificate().wrong())
        .put("certificate", certificate(moved))
        .put("steps", JsonArray.of(moved.steps().stream().map(ProofJson::step).toList()))
        .put(
            "linkRatios",
            JsonArray.of(
                LinkRatios.of(moved.pairs(), setup.topology()).stream()
                    .map(ProofJson::link)
                    .toList()));
  }

  private static JsonObject certificate(Moved moved) {
    Certificate certificate = moved.certificate();
    return JsonObject.builder()
        .put("holds", certificate.holds())
        .put("elements", certificate.elements())
        .put("wrong", certificate.wrong())
        .put("messages", moved.steps().stream().mapToLong(StepFigures::messages).sum())
        .put("codedMessages", moved.steps().stream().mapToLong(StepFigures::coded).sum())
        .put("outputSha256", certificate.output())
        .put("replayOutputSha256", certificate.replayOutput())
        .put("chainSha256", certificate.chain())
        .put("replayChainSha256", certificate.replayChain())
        .put("framesSha256", moved.frames())
        .build();
  }

  private static JsonObject step(StepFigures step) {
    return JsonObject.builder()
        .put("step", step.step())
        .put("messages", step.messages())
        .put("codedMessages", step.coded())
        .put("rawBytes", step.rawBytes())
        .put("bytes", step.bytes())
        .put("ratio", step.ratio())
        .put("bitsPerSymbol", step.bitsPerSymbol())
        .put("entropyBits", step.entropy())
        .put("excessBits", step.excessBits())
        .build();
  }

  private static JsonObject link(LinkRatios.Figures link) {
    return JsonObject.builder()
        .put("from", link.from())
        .put("to", link.to())
        .put("rawBytes", link.rawBytes())
        .put("bytes", link.bytes())
        .put("ratio", link.ratio())
        .build();
  }

  /** All rows in one. */
  static JsonObject certificate(Findings findings) {
    return JsonObject.builder()
        .put("holds", findings.holds())
        .put("rows", findings.rows().size())
        .put("elements", findings.elements())
        .put("wrong", findings.wrong())
        .put("dtype", findings.type())
        .put("order", ORDER)
        .put("sha256", sha256(findings))
        .build();
  }

  /** Over the digests of all rows: outputs, chain and frames, as text. */
  private static String sha256(Findings findings) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Moved moved : findings.moved()) {
        String digests =
            moved.certificate().output() + moved.certificate().chain() + moved.frames();
        sha.update(digests.getBytes(StandardCharsets.US_ASCII));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
