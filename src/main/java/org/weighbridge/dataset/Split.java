package org.weighbridge.dataset;

/**
 * Which part of a data set: bounds are chosen on {@link #VALIDATION} (training images, or a part of
 * the data set that the report never sees) and reported on {@link #TEST}.
 */
public enum Split {
  TEST,
  VALIDATION,
  TRAINING
}
