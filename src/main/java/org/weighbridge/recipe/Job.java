package org.weighbridge.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One cell of a recipe's matrix: steps that follow each other on one model.
 *
 * @param name no other job's, in whatever case; the name of a folder on every system
 * @param variables what distinguishes it from its neighbours: the matrix and what is said with the
 *     model, as text
 * @param model what the first step works on
 * @param data what the recipe says, else the built-in data set where the model's sidecar names it;
 *     empty where no step needs any
 * @param steps at least one
 */
public record Job(
    String name,
    Map<String, String> variables,
    ModelSource model,
    Optional<DataChoice> data,
    List<Step> steps) {
  public Job {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    steps = List.copyOf(steps);
  }
}
