package org.weighbridge.experiment.session;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import org.weighbridge.fault.Fault;

/** The member {@code version} of a document, which is read before all else. */
final class FormatVersion {
  static final String MEMBER = "version";

  private FormatVersion() {}

  /**
   * The version of a document.
   *
   * @param known the latest that this program can read
   * @throws Fault when it is of a later one
   * @throws JsonParseException when it says none
   */
  static int of(JsonObject document, int known) {
    int version;
    try {
      version = document.get(MEMBER).getAsInt();
    } catch (NullPointerException | UnsupportedOperationException | IllegalStateException e) {
      throw new JsonParseException("$ lacks version", e);
    } catch (NumberFormatException e) {
      throw new JsonParseException("$.version is no number", e);
    }
    if (version < 1) {
      throw new JsonParseException("$.version is " + version);
    }
    if (version > known) {
      throw new Fault("it is of version %d, and this program knows %d".formatted(version, known));
    }
    return version;
  }
}
