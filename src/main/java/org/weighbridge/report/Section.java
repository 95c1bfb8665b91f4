package org.weighbridge.report;

/** The parts of a report, in the order of reading. */
enum Section {
  RESULT("The result", ""),
  LAYERS("Layers", "What each layer was asked for and what it takes."),
  BOUNDS(
      "Accuracy against error bound",
      "Each layer alone is coded at one bound after the other, all others staying as they are."),
  SEARCH(
      "What was tried",
      "Bounds of all layers are chosen together from the curves and measured together, on other"
          + " samples than the result is reported on wherever there are others."),
  COMPARISON(
      "Other methods",
      "Coders on the very same weights, each with the settings that serve it best under the same"
          + " budget."),
  TRAINING("Training and pruning", "How the weights came about."),
  WEIGHTS(
      "Layer by layer",
      "Which weights are kept, how they are distributed, and what coding does to them."),
  RUNS("The session", "Every choice that was measured and encoded.");

  private final String title;
  private final String text;

  Section(String title, String text) {
    this.title = title;
    this.text = text;
  }

  String title() {
    return title;
  }

  /** What a reader should know first; may be empty. */
  String text() {
    return text;
  }

  /** Where a table belongs. */
  static Section ofTable(String name) {
    return switch (name) {
      case "layers", "small-tensors" -> LAYERS;
      case "assessment" -> BOUNDS;
      case "trials" -> SEARCH;
      case "comparison" -> COMPARISON;
      case "runs" -> RUNS;
      default -> RESULT;
    };
  }
}
