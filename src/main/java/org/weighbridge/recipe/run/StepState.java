package org.weighbridge.recipe.run;

/** How far a step is. */
public enum StepState {
  /** Nothing of it is there. */
  TO_DO("to do"),
  /** It was interrupted; what it learnt is used. */
  BEGUN("begun"),
  /** Its files are not what they were: it is done again. */
  DAMAGED("damaged"),
  DONE("done");

  private final String words;

  StepState(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
