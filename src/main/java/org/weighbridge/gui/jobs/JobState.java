package org.weighbridge.gui.jobs;

import org.weighbridge.gui.job.RunningJob;

/** How far a job is, in the words of the list. */
enum JobState {
  WAITING("waiting"),
  RUNNING("running"),
  CANCELLING("cancelling"),
  DONE("done"),
  FAILED("failed"),
  CANCELLED("cancelled");

  private final String word;

  JobState(String word) {
    this.word = word;
  }

  static JobState of(RunningJob job) {
    return switch (job.state()) {
      case DONE -> DONE;
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
      case RUNNING -> job.unwanted() ? CANCELLING : job.waiting() ? WAITING : RUNNING;
    };
  }

  boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  @Override
  public String toString() {
    return word;
  }
}
