package org.weighbridge.experiment.provenance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.experiment.Version;

/**
 * Where a result comes from, as far as that is known: enough for somebody else to find out whether
 * they have the same model, data and program. It names no user, no machine and no folder.
 *
 * @param program with its version
 * @param revision of its sources; empty where the build did not know it
 * @param machine that did the work
 * @param at when
 * @param model that the result is of
 * @param original the model before it was pruned, where that is another file
 * @param data that accuracy was measured on or bounds were chosen by
 * @param seeds of random numbers, by what they were for; empty where nothing was trained or drawn
 */
public record Provenance(
    String program,
    Optional<String> revision,
    Machine machine,
    Instant at,
    Optional<ModelSource> model,
    Optional<ModelSource> original,
    List<DataSource> data,
    Map<String, Long> seeds) {
  public Provenance {
    data = List.copyOf(data);
    seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
  }

  /** This program on this machine now. */
  public static Provenance here() {
    return new Provenance(
        Version.PRODUCT,
        Version.revision(),
        Machine.here(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  public Provenance withModel(ModelSource value) {
    return new Provenance(
        program, revision, machine, at, Optional.of(value), original, data, seeds);
  }

  public Provenance withOriginal(ModelSource value) {
    return new Provenance(program, revision, machine, at, model, Optional.of(value), data, seeds);
  }

  /** One more set of samples; the same again changes nothing. */
  public Provenance withData(DataSource value) {
    if (data.contains(value)) {
      return this;
    }
    var more = new ArrayList<>(data);
    more.add(value);
    return new Provenance(program, revision, machine, at, model, original, more, seeds);
  }

  /** One more seed. */
  public Provenance withSeed(String purpose, long seed) {
    var more = new LinkedHashMap<>(seeds);
    more.put(purpose, seed);
    return new Provenance(program, revision, machine, at, model, original, data, more);
  }
}
