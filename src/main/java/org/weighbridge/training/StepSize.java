package org.weighbridge.training;

/** The factors of one step: learning rate, momentum, weight decay (L2). */
record StepSize(float rate, float momentum, float decay) {
  StepSize withoutDecay() {
    return new StepSize(rate, momentum, 0);
  }
}
