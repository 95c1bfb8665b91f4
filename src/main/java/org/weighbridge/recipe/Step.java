package org.weighbridge.recipe;

import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.workflow.Operator;

/**
 * A step of a job.
 *
 * @param operator what is done; the folder of a report is {@code report}, for the runner to resolve
 * @param text the step with every value, also those that the recipe leaves out, as one line of
 *     YAML: equal for equal steps, so that results can be kept under it
 * @param mark where it stands in the recipe
 */
public record Step(Operator operator, String text, Mark mark) {}
