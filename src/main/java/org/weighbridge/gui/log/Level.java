package org.weighbridge.gui.log;

/** How much an entry of the log matters, least first. */
enum Level {
  JOB("job", "Everything"),
  NOTICE("notice", "Notices and problems"),
  PROBLEM("problem", "Problems and defects"),
  DEFECT("defect", "Defects only");

  private final String word;
  private final String andAbove;

  Level(String word, String andAbove) {
    this.word = word;
    this.andAbove = andAbove;
  }

  /** As an entry has it. */
  String word() {
    return word;
  }

  /** This and everything that matters more, as the filter has it. */
  @Override
  public String toString() {
    return andAbove;
  }
}
