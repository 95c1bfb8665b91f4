package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import org.weighbridge.checkpoint.coding.CheckpointVerification;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.ResultJson;

/** What {@code verify} found out about an encoded checkpoint. */
record StreamVerified(CheckpointVerification verification) implements Answer {
  @Override
  public boolean ok() {
    return verification.ok();
  }

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("ok", verification.ok());
    json.addProperty("violations", verification.violations());
    json.addProperty("carriedBytes", verification.carriedBytes());
    json.addProperty("differingBytes", verification.differingBytes());
    json.addProperty("sameOriginal", verification.sameSource());
    var tensors = new JsonArray();
    for (var tensor : verification.tensors()) {
      var entry = new JsonObject();
      entry.addProperty("name", tensor.name());
      entry.add("bound", ResultJson.number(tensor.bound()));
      entry.add("maxError", ResultJson.number(tensor.maxError()));
      entry.addProperty("violations", tensor.violations());
      tensors.add(entry);
    }
    json.add("tensors", tensors);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    double worst =
        verification.tensors().stream()
            .filter(tensor -> tensor.bound() > 0)
            .mapToDouble(tensor -> tensor.maxError() / tensor.bound())
            .max()
            .orElse(0);
    out.println(
        verification.violations() == 0
            ? "bounds: every weight of %d tensors is within its bound; the largest error is %s of it"
                .formatted(verification.tensors().size(), Numbers.percent(worst))
            : "bounds: " + Numbers.count(verification.violations()) + " weights break theirs");
    for (var tensor : verification.tensors()) {
      if (tensor.violations() > 0) {
        out.println("  %s: %s".formatted(tensor.name(), Numbers.count(tensor.violations())));
      }
    }
    out.println(
        verification.differingBytes() == 0
            ? "everything else: %s, byte-identical"
                .formatted(Numbers.bytes(verification.carriedBytes()))
            : "everything else: differs from the original");
    if (!verification.sameSource()) {
      out.println("the original is not the very one that was encoded");
    }
  }
}
