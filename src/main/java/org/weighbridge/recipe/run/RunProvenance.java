package org.weighbridge.recipe.run;

import java.util.List;
import java.util.Map;
import org.weighbridge.experiment.provenance.ModelSource;
import org.weighbridge.experiment.provenance.Provenance;

/**
 * {@code provenance.json}: where the results come from.
 *
 * @param program with machine, data and time
 * @param models that jobs began with
 * @param parameters of the recipe, as they were set
 */
record RunProvenance(Provenance program, List<ModelSource> models, Map<String, String> parameters) {
  RunProvenance {
    models = List.copyOf(models);
  }
}
