package org.weighbridge.workflow;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighbridge.training.LearningRate;

/**
 * How the learning rate goes on in a stage, said before its length is known. As text {@code
 * cosine}, {@code constant}, {@code steps} (to a tenth, twice) or {@code steps:FACTOR:EVERY}.
 *
 * @param factor of steps
 * @param every so many epochs, of steps
 */
public record RateCourse(Kind kind, OptionalDouble factor, OptionalInt every) {
  /** Its shape. */
  public enum Kind {
    COSINE,
    CONSTANT,
    STEPS
  }

  private static final double USUAL_FACTOR = 0.1;
  private static final int USUAL_STEPS = 3;
  private static final Pattern STEPS = Pattern.compile("steps:([0-9.eE+-]{1,30}):(\\d{1,6})");

  /** As it is usual for the shape. */
  public static RateCourse of(Kind kind) {
    return new RateCourse(kind, OptionalDouble.empty(), OptionalInt.empty());
  }

  /** The course of a rate, without its warm-up. */
  public static RateCourse of(LearningRate rate) {
    return switch (rate) {
      case LearningRate.Cosine cosine -> of(Kind.COSINE);
      case LearningRate.Constant constant -> of(Kind.CONSTANT);
      case LearningRate.Steps steps ->
          new RateCourse(
              Kind.STEPS, OptionalDouble.of(steps.factor()), OptionalInt.of(steps.every()));
      case LearningRate.WarmUp warm -> of(warm.then());
    };
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static RateCourse parse(String text) {
    Matcher steps = STEPS.matcher(text);
    if (steps.matches()) {
      var course =
          new RateCourse(
              Kind.STEPS,
              OptionalDouble.of(Double.parseDouble(steps.group(1))),
              OptionalInt.of(Integer.parseInt(steps.group(2))));
      course.from(1, 1);
      return course;
    }
    return switch (text) {
      case "cosine" -> of(Kind.COSINE);
      case "constant" -> of(Kind.CONSTANT);
      case "steps" -> of(Kind.STEPS);
      default -> throw new IllegalArgumentException(text + " is no course of a learning rate");
    };
  }

  /** The rate of a stage of so many epochs that begins with {@code rate}. */
  public LearningRate from(double rate, int epochs) {
    return switch (kind) {
      case COSINE -> new LearningRate.Cosine(rate);
      case CONSTANT -> new LearningRate.Constant(rate);
      case STEPS ->
          new LearningRate.Steps(
              rate,
              factor.orElse(USUAL_FACTOR),
              every.orElse(Math.max(1, Math.ceilDiv(epochs, USUAL_STEPS))));
    };
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return switch (kind) {
      case COSINE -> "cosine";
      case CONSTANT -> "constant";
      case STEPS ->
          factor.isPresent() && every.isPresent()
              ? "steps:" + factor.getAsDouble() + ":" + every.getAsInt()
              : "steps";
    };
  }
}
