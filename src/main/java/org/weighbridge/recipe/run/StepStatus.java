package org.weighbridge.recipe.run;

/**
 * A step of a job, and whether it is done.
 *
 * @param number counted from 1
 * @param text as a recipe says it
 * @param folder of its results, in {@code steps}; jobs that begin alike share it
 */
public record StepStatus(String job, int number, String text, String folder, StepState state) {}
