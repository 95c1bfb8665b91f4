package org.weighbridge.recipe.run;

import java.time.Instant;
import java.util.List;

/**
 * {@code step.json}, written last: as long as it is not there the step is not done.
 *
 * @param key of the step
 * @param text the step as a recipe says it
 * @param at when it was done
 * @param seconds how long it took since it was last begun or gone on with
 * @param files all others of the folder
 */
record StepSeal(String key, String text, Instant at, double seconds, List<FileSeal> files) {
  StepSeal {
    files = List.copyOf(files);
  }
}
