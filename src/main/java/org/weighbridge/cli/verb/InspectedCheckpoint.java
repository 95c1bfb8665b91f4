package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.CheckpointFile;
import org.weighbridge.checkpoint.MappedCheckpoint;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.checkpoint.TensorFacts;
import org.weighbridge.fault.Printable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.report.TextTable;

/**
 * What {@code inspect} says of a checkpoint.
 *
 * @param facts one per tensor
 */
record InspectedCheckpoint(Checkpoint checkpoint, List<TensorFacts> facts) implements Answer {
  /** The sums of all tensors of one type. */
  private record Sum(long tensors, long elements, long bytes, TensorFacts facts) {
    Sum and(Sum other) {
      return new Sum(
          tensors + other.tensors,
          elements + other.elements,
          bytes + other.bytes,
          facts.and(other.facts));
    }
  }

  /** Counts all weights. */
  static InspectedCheckpoint of(Checkpoint checkpoint, Progress progress) {
    try (var mapped = new MappedCheckpoint(checkpoint)) {
      return new InspectedCheckpoint(checkpoint, mapped.facts(checkpoint, progress));
    }
  }

  private Map<String, Sum> types() {
    var types = new LinkedHashMap<String, Sum>();
    for (int i = 0; i < facts.size(); i++) {
      StoredTensor tensor = checkpoint.tensors().get(i);
      types.merge(
          tensor.typeName(), new Sum(1, tensor.size(), tensor.bytes(), facts.get(i)), Sum::and);
    }
    return types;
  }

  private boolean codable(String typeName) {
    return checkpoint.tensors().stream()
        .anyMatch(tensor -> tensor.typeName().equals(typeName) && tensor.type().codable());
  }

  private static double sparsity(long kept, long elements) {
    return elements == 0 ? 0 : 1 - (double) kept / elements;
  }

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("name", checkpoint.name());
    json.addProperty("format", checkpoint.format());
    json.addProperty("parameters", checkpoint.parameters());
    json.addProperty("bytes", checkpoint.bytes());
    var files = new JsonArray();
    for (CheckpointFile file : checkpoint.files()) {
      var one = new JsonObject();
      one.addProperty("name", file.name());
      one.addProperty("bytes", file.size());
      files.add(one);
    }
    json.add("files", files);
    var types = new JsonArray();
    types().forEach((name, sum) -> types.add(json(name, sum)));
    json.add("types", types);
    var tensors = new JsonArray();
    for (int i = 0; i < facts.size(); i++) {
      tensors.add(json(checkpoint.tensors().get(i), facts.get(i)));
    }
    json.add("tensors", tensors);
    return json;
  }

  private JsonObject json(String type, Sum sum) {
    var json = new JsonObject();
    json.addProperty("type", type);
    json.addProperty("tensors", sum.tensors());
    addCounts(json, sum.elements(), sum.bytes(), sum.facts(), codable(type));
    return json;
  }

  private JsonObject json(StoredTensor tensor, TensorFacts facts) {
    var json = new JsonObject();
    json.addProperty("name", tensor.name());
    json.addProperty("type", tensor.typeName());
    var shape = new JsonArray();
    tensor.dims().forEach(shape::add);
    json.add("shape", shape);
    json.addProperty("layer", tensor.layer());
    json.addProperty("file", checkpoint.files().get(tensor.file()).name());
    addCounts(json, tensor.size(), tensor.bytes(), facts, tensor.type().codable());
    return json;
  }

  private static void addCounts(
      JsonObject json, long elements, long bytes, TensorFacts facts, boolean codable) {
    json.addProperty("weights", elements);
    json.addProperty("bytes", bytes);
    if (codable) {
      json.addProperty("kept", facts.kept());
      json.addProperty("sparsity", sparsity(facts.kept(), elements));
      json.addProperty("largest", facts.largest());
      json.addProperty("notFinite", facts.notFinite());
    } else {
      List.of("kept", "sparsity", "largest", "notFinite")
          .forEach(key -> json.add(key, JsonNull.INSTANCE));
    }
  }

  @Override
  public void print(PrintWriter out) {
    out.println(
        "%s: %s, %s in %d %s, %s parameters"
            .formatted(
                Printable.of(checkpoint.name()),
                checkpoint.format(),
                Numbers.bytes(checkpoint.bytes()),
                checkpoint.files().size(),
                checkpoint.files().size() == 1 ? "file" : "files",
                Numbers.count(checkpoint.parameters())));
    out.println();
    out.print(tensors().render());
    out.println();
    out.print(sums().render());
    out.println();
    var layers = checkpoint.layers();
    out.println(
        "%d layers with %s weights can be encoded; the other %d tensors are carried along."
            .formatted(
                layers.size(),
                Numbers.count(layers.stream().mapToLong(StoredTensor::size).sum()),
                checkpoint.tensors().size() - layers.size()));
    long notFinite = facts.stream().mapToLong(TensorFacts::notFinite).sum();
    if (notFinite > 0) {
      out.println("%s weights are infinite or no numbers.".formatted(Numbers.count(notFinite)));
    }
  }

  private TextTable tensors() {
    var table =
        TextTable.of(
            "tensor", "type", "shape", "weights>", "bytes>", "kept>", "sparsity>", "largest>");
    for (int i = 0; i < facts.size(); i++) {
      StoredTensor tensor = checkpoint.tensors().get(i);
      var counts = counts(tensor.size(), tensor.bytes(), facts.get(i), tensor.type().codable());
      table =
          table.withRow(
              Printable.of(tensor.name()),
              tensor.typeName(),
              shape(tensor),
              counts[0],
              counts[1],
              counts[2],
              counts[3],
              counts[4]);
    }
    return table;
  }

  private TextTable sums() {
    var table =
        TextTable.of("type", "tensors>", "weights>", "bytes>", "kept>", "sparsity>", "largest>");
    for (var type : types().entrySet()) {
      Sum sum = type.getValue();
      var counts = counts(sum.elements(), sum.bytes(), sum.facts(), codable(type.getKey()));
      table =
          table.withRow(
              type.getKey(),
              Numbers.count(sum.tensors()),
              counts[0],
              counts[1],
              counts[2],
              counts[3],
              counts[4]);
    }
    return table;
  }

  private static String shape(StoredTensor tensor) {
    return tensor.dims().isEmpty()
        ? "scalar"
        : String.join(" × ", tensor.dims().stream().map(String::valueOf).toList());
  }

  private static String[] counts(long elements, long bytes, TensorFacts facts, boolean codable) {
    return new String[] {
      Numbers.count(elements),
      Numbers.bytes(bytes),
      codable ? Numbers.count(facts.kept()) : "-",
      codable ? Numbers.percent(sparsity(facts.kept(), elements)) : "-",
      codable ? String.format(Locale.ROOT, "%.4g", facts.largest()) : "-"
    };
  }
}
