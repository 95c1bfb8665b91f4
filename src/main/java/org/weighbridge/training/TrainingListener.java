package org.weighbridge.training;

/** Hears how a training goes on, on the thread that trains, which it must not hold up. */
public interface TrainingListener {
  /** Some steps were made; at most ten times a second. */
  default void batches(Batches batches) {}

  /** An epoch is over. */
  default void epoch(Epoch epoch) {}

  /**
   * From here the training can go on another time: after every epoch, and when it was cancelled.
   * Taking it costs a copy of all parameters, so that the state never changes again.
   */
  default void checkpoint(TrainingState state) {}

  /** Hears nothing. */
  static TrainingListener none() {
    return new TrainingListener() {};
  }
}
