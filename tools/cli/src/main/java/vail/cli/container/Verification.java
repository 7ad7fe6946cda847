package vail.cli.container;

import java.util.Optional;
import vail.cli.Units;
import vail.fault.VailFormatException;
import vail.json.JsonObject;

/**
 * What became of checking one file.
 *
 * @param file its name as the user gave it
 * @param rawBytes bytes of the original; 0 if the file is not sound
 * @param trouble the first fault, if there is one
 */
record Verification(String file, long rawBytes, Optional<VailFormatException> trouble) {
  /** One line for people. */
  String line() {
    return Units.printable(file)
        + trouble
            .map(fault -> ": " + fault.getMessage())
            .orElse(": sound, " + Units.bytes(rawBytes));
  }

  /** The same for scripts. */
  JsonObject json() {
    JsonObject.Builder json =
        JsonObject.builder().put("file", file).put("sound", trouble.isEmpty());
    return trouble
        .map(fault ->
            json.put("fault", fault.fault().number())
                .put("name", fault.fault().name())
                .put("at", fault.offset())
                .put("error", String.valueOf(fault.getMessage())))
        .orElseGet(() -> json.put("rawBytes", rawBytes))
        .build();
  }
}
