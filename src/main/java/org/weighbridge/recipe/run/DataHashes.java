package org.weighbridge.recipe.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.provenance.DataSource;
import org.weighbridge.fault.Fault;
import org.weighbridge.workflow.Data;

/** Data sets as content; each part is hashed once. */
final class DataHashes {
  /** A part of a data set. */
  private record Part(String where, Split split, OptionalInt limit) {}

  private final Map<Part, Optional<DataSource>> known = new LinkedHashMap<>();

  /** What a step that measures depends on. */
  String measuring(Data data) {
    return new KeyHash()
        .add(data.preprocessing().toString())
        .add(part(data, data.chooseOn(), data.chooseLimit()))
        .add(part(data, data.reportOn(), data.limit()))
        .hex();
  }

  /** What a step that trains depends on besides. */
  String learning(Data data) {
    return new KeyHash()
        .add(part(data, Split.TRAINING, data.limit()))
        .add(part(data, Split.VALIDATION, data.limit()))
        .hex();
  }

  /** All that was hashed. */
  List<DataSource> sources() {
    return known.values().stream().flatMap(Optional::stream).distinct().toList();
  }

  /** The name is a part of results. */
  private String part(Data data, Split split, OptionalInt limit) {
    return known
        .computeIfAbsent(new Part(data.where(), split, limit), DataHashes::hash)
        .map(source -> source.name() + " " + split + " " + source.sha256())
        .orElse("none");
  }

  /** A part that is not there is missed by the step that needs it. */
  private static Optional<DataSource> hash(Part part) {
    try {
      return Optional.of(DataSource.of(DataSets.open(part.where(), part.split(), part.limit())));
    } catch (Fault missing) {
      return Optional.empty();
    }
  }
}
