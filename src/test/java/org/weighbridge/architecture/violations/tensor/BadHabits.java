package org.weighbridge.architecture.violations.tensor;

import java.util.Random;

/** Writes to the terminal, starts a thread, draws without a seed. */
final class BadHabits {
  void print() {
    System.out.println("here");
  }

  Thread start() {
    return Thread.ofVirtual().unstarted(this::print);
  }

  int draw() {
    return new Random().nextInt();
  }
}
