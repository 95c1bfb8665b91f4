package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.weighbridge.experiment.Verification;
import org.weighbridge.figure.Numbers;
import org.weighbridge.workflow.Material;

/**
 * What {@code demo} did.
 *
 * @param verification of the file that was written
 * @param decodedAgrees whether the decoded model, read from its file, gave every sample the class
 *     that was measured before
 * @param nanos how long it all took
 */
record Demonstrated(
    Material made, Verification verification, boolean decodedAgrees, Files files, long nanos)
    implements Answer {
  /** What was written. */
  record Files(Path encoded, Path decoded, Path report, int pages) {}

  @Override
  public boolean ok() {
    return verification.ok() && decodedAgrees;
  }

  @Override
  public JsonObject json() {
    var json = new Encoded(made, false, files.encoded()).json();
    json.addProperty("decoded", files.decoded().toString());
    json.addProperty("report", files.report().toString());
    json.addProperty("ok", verification.ok());
    json.addProperty("violations", verification.violations());
    json.addProperty("decodedAgrees", decodedAgrees);
    json.addProperty("nanos", nanos);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    new Encoded(made, false, files.encoded()).print(out);
    out.println(
        "wrote %s; read again, it gives %s"
            .formatted(
                files.decoded(),
                decodedAgrees
                    ? "every sample the class that was measured"
                    : "SOME SAMPLES ANOTHER CLASS than was measured"));
    out.println("wrote %s (%d files)".formatted(files.report(), files.pages()));
    out.println(
        verification.ok()
            ? "verified: every weight within its bound, everything else byte-identical"
            : "NOT VERIFIED: see weighbridge verify " + files.encoded());
    out.println("all in " + Numbers.duration(nanos));
  }
}
