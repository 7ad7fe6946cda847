package vail.cli.sim;

import vail.cli.Names;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.sim.live.BookEvent;
import vail.sim.live.RoundDrift;

/** What became of a book over several rounds, as JSON. */
final class HistoryJson {
  private HistoryJson() {}

  static JsonObject of(History history) {
    return JsonObject.builder()
        .put("refreshes", history.refreshes())
        .put("rounds", JsonArray.of(history.rounds().stream().map(HistoryJson::round).toList()))
        .put("events", JsonArray.of(history.happenings().stream().map(HistoryJson::event).toList()))
        .build();
  }

  private static JsonObject round(History.Round round) {
    return drift(round.drift())
        .put("values", round.values())
        .put("endedNs", round.ended())
        .put("runNs", round.nanos())
        .put("holds", round.certificate().holds())
        .put("outputSha256", round.certificate().output())
        .build();
  }

  /** How well the book fitted in a round. */
  static JsonObject.Builder drift(RoundDrift drift) {
    return JsonObject.builder()
        .put("round", drift.round())
        .put("edition", drift.edition())
        .put("rawBytes", drift.rawBytes())
        .put("bytes", drift.bytes())
        .put("ratio", drift.ratio())
        .put("entropyBits", drift.entropy())
        .put("excessBits", drift.excess())
        .put("alarm", drift.alarm())
        .put("streams", JsonArray.of(drift.streams().stream().map(HistoryJson::stream).toList()));
  }

  private static JsonObject stream(RoundDrift.Stream stream) {
    return JsonObject.builder()
        .put("from", stream.from())
        .put("to", stream.to())
        .put("rawBytes", stream.rawBytes())
        .put("bytes", stream.bytes())
        .put("excessBits", stream.excess())
        .build();
  }

  private static JsonObject event(History.Happening happening) {
    BookEvent event = happening.event();
    return JsonObject.builder()
        .put("atNs", happening.at())
        .put("round", event.round())
        .put("edition", event.edition())
        .put("event", Names.of(event.kind()))
        .put("words", event.words())
        .build();
  }
}
