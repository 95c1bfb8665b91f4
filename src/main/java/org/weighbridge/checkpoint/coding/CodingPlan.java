package org.weighbridge.checkpoint.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.container.stream.FileNames;
import org.weighbridge.container.stream.PlannedFile;
import org.weighbridge.container.stream.PlannedTensor;
import org.weighbridge.container.stream.StreamPlan;
import org.weighbridge.fault.Fault;

/**
 * Which tensors of a checkpoint are coded, and how; the others are carried along byte for byte.
 *
 * @param producer the program that encodes and its version
 * @param effort how hard codecs try
 * @param belowBound the fate of weights within the bound of zero
 * @param tensors by name
 * @param block the most weights that are coded together
 */
public record CodingPlan(
    String producer,
    Effort effort,
    BelowBound belowBound,
    Map<String, TensorCoding> tensors,
    int block) {
  /**
   * Blocks of a quarter of this cost a thousandth more bytes and half as much time again; those of
   * four times as many do not fit beside each other into 1.5 GB of heap; see docs/benchmarks.md.
   */
  public static final int BLOCK = 1 << 22;

  public CodingPlan {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** Blocks of the usual size. */
  public CodingPlan(
      String producer, Effort effort, BelowBound belowBound, Map<String, TensorCoding> tensors) {
    this(producer, effort, belowBound, tensors, BLOCK);
  }

  /**
   * What this means for a checkpoint.
   *
   * @throws Fault when it has no such tensor that can be coded, or names that lead outside
   */
  StreamPlan in(Checkpoint checkpoint) {
    var known = new HashMap<String, StoredTensor>();
    checkpoint.tensors().forEach(tensor -> known.put(tensor.name(), tensor));
    for (var entry : tensors.entrySet()) {
      requireCodable(checkpoint, entry.getKey(), known.get(entry.getKey()), entry.getValue());
    }
    var files =
        checkpoint.files().stream().map(file -> new PlannedFile(file.name(), file.size())).toList();
    FileNames.wrong(files.stream().map(PlannedFile::name).toList())
        .ifPresent(
            how -> {
              throw new Fault(
                  "%s cannot be encoded: %s; rename its files.".formatted(checkpoint.name(), how));
            });
    return new StreamPlan(
        producer,
        checkpoint.name(),
        checkpoint.format(),
        "effort %s, below bound %s".formatted(lowerCase(effort), lowerCase(belowBound)),
        block,
        files,
        planned(checkpoint));
  }

  private List<PlannedTensor> planned(Checkpoint checkpoint) {
    var planned = new ArrayList<PlannedTensor>();
    for (StoredTensor tensor : checkpoint.tensors()) {
      var coding = tensors.get(tensor.name());
      if (coding != null) {
        planned.add(
            new PlannedTensor(
                tensor.name(),
                Written.number(tensor.type()),
                tensor.file(),
                tensor.offset(),
                tensor.dims(),
                coding.codec(),
                coding.setting().toString()));
      }
    }
    return planned;
  }

  private static void requireCodable(
      Checkpoint checkpoint, String name, @Nullable StoredTensor tensor, TensorCoding coding) {
    if (tensor == null) {
      throw new Fault(
          "%s has no tensor %s; 'weighbridge inspect' lists those it has."
              .formatted(checkpoint.name(), name));
    }
    if (!tensor.type().codable()) {
      throw new Fault(
          "%s is of type %s, which is carried along as it is; name tensors of floats."
              .formatted(name, tensor.typeName()));
    }
    var axis = coding.layerCodec().axis();
    if (!axis.takes(coding.setting())) {
      throw new Fault(
          "%s cannot be set to %s for %s; write %s, for example."
              .formatted(coding.layerCodec().label(), coding.setting(), name, axis.start()));
    }
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
