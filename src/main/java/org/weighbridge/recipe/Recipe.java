package org.weighbridge.recipe;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recipe that was read and found right: parameters and variables are put in, names and files
 * there, steps in an order that is possible.
 *
 * @param name for folders and logs; letters, digits, points, hyphens and underscores
 * @param file it was read from
 * @param text of the file as it was read
 * @param parameters their values as text, in the order of the file
 * @param jobs one per model and cell of the matrix, in the order of the file
 */
public record Recipe(
    String name, Path file, String text, Map<String, String> parameters, List<Job> jobs) {
  public Recipe {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    jobs = List.copyOf(jobs);
  }
}
