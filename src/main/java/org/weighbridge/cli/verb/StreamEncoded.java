package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.weighbridge.checkpoint.coding.EncodedCheckpoint;
import org.weighbridge.checkpoint.coding.EncodedTensor;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.TextTable;

/**
 * What {@code encode} made of a checkpoint of tensors.
 *
 * @param made the result
 * @param defaulted whether nobody chose the settings
 * @param file it was written to
 */
record StreamEncoded(EncodedCheckpoint made, boolean defaulted, Path file) implements Answer {
  /** Of more tensors the largest ones are shown. */
  private static final int SHOWN = 24;

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("file", file.toString());
    json.addProperty("parameters", made.parameters());
    json.addProperty("checkpointBytes", made.sourceBytes());
    json.addProperty("originalBytes", 4 * made.parameters());
    json.addProperty("fileBytes", made.fileBytes());
    json.add("ratio", ResultJson.number(made.ratio()));
    json.add("checkpointRatio", ResultJson.number(made.sourceRatio()));
    json.addProperty("nanos", made.nanos());
    json.addProperty("codedBytes", made.codedBytes());
    json.addProperty("resumedBytes", made.resumedBytes());
    var tensors = new JsonArray();
    for (EncodedTensor tensor : made.tensors()) {
      var entry = new JsonObject();
      entry.addProperty("name", tensor.name());
      entry.addProperty("codec", tensor.codec());
      entry.addProperty("setting", tensor.setting());
      entry.add("bound", ResultJson.number(tensor.bound()));
      entry.add("maxError", ResultJson.number(tensor.maxError()));
      entry.addProperty("weights", tensor.weights());
      entry.addProperty("checkpointBytes", tensor.sourceBytes());
      entry.addProperty("bytes", tensor.bytes());
      entry.add("bitsPerWeight", ResultJson.number(tensor.bitsPerWeight()));
      entry.addProperty("blocks", tensor.blocks());
      entry.addProperty("carriedBlocks", tensor.carried());
      tensors.add(entry);
    }
    json.add("tensors", tensors);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    if (made.replaced()) {
      out.println("a file begun with other settings was there and is begun anew");
    }
    if (made.resumedBytes() > 0) {
      out.println("went on with %s of a run before".formatted(Numbers.bytes(made.resumedBytes())));
    }
    out.print(table(largest()).render());
    int more = made.tensors().size() - SHOWN;
    if (more > 0) {
      out.println("and %d smaller tensors; --json lists all".formatted(more));
    }
    out.println();
    if (defaulted) {
      out.println("nothing was chosen: the same bound for every tensor; see --bound");
    }
    long weights = made.tensors().stream().mapToLong(EncodedTensor::weights).sum();
    long bytes = made.tensors().stream().mapToLong(EncodedTensor::bytes).sum();
    out.println(
        "%d tensors with %s weights in %s, %s bits each"
            .formatted(
                made.tensors().size(),
                Numbers.count(weights),
                Numbers.bytes(bytes),
                Numbers.fixed(weights == 0 ? 0 : 8.0 * bytes / weights, 3)));
    out.println(
        "whole file %s: 1/%s of the checkpoint's %s, 1/%s of its %s parameters as float32"
            .formatted(
                Numbers.bytes(made.fileBytes()),
                Numbers.fixed(made.sourceRatio(), 2),
                Numbers.bytes(made.sourceBytes()),
                Numbers.fixed(made.ratio(), 2),
                Numbers.count(made.parameters())));
    out.println(
        "%s coded in %s (%s MB/s); every weight was decoded and found within its bound"
            .formatted(
                Numbers.bytes(made.codedBytes()),
                Numbers.duration(made.nanos()),
                Numbers.fixed(made.megabytesPerSecond(), 0)));
    out.println("wrote " + file);
  }

  private List<EncodedTensor> largest() {
    var shown =
        made.tensors().stream()
            .sorted(Comparator.comparingLong(EncodedTensor::weights).reversed())
            .limit(SHOWN)
            .toList();
    return made.tensors().stream().filter(shown::contains).toList();
  }

  private static TextTable table(List<EncodedTensor> tensors) {
    var table =
        TextTable.of(
            "tensor", "setting>", "bound>", "max error>", "weights>", "bytes>", "bits/weight>");
    for (EncodedTensor tensor : tensors) {
      boolean exact = tensor.carried() == tensor.blocks();
      table =
          table.withRow(
              tensor.name(),
              tensor.codec() + "/" + tensor.setting(),
              exact ? "exact" : Numbers.bound(tensor.bound()),
              Numbers.bound(tensor.maxError()),
              Numbers.count(tensor.weights()),
              Numbers.count(tensor.bytes()),
              Numbers.fixed(tensor.bitsPerWeight(), 3));
    }
    return table;
  }
}
