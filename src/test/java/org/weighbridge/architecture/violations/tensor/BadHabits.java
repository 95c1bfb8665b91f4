package org.weighbridge.architecture.violations.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes to the terminal, starts a thread, draws without a seed, writes half a file. */
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

  void save(Path file) throws IOException {
    Files.writeString(file, "half");
  }
}
