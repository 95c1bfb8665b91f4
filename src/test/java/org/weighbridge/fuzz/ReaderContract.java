package org.weighbridge.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every reader keeps, whatever it is given: it ends in a value or in a {@link
 * org.weighbridge.fault.Fault} of one readable sentence, soon, and without more memory than the
 * file's size explains.
 *
 * <p>Cases are told by seed and number; a case that fails is kept in {@code target/fuzz}. How many
 * are tried is in the system properties {@code fuzz.cases} (1,000 by default) and, for the slow
 * variant, {@code fuzz.slow.cases} (100,000).
 */
public abstract class ReaderContract {
  @TempDir protected Path folder;

  /** Good files, as this program or those that it reads from write them. */
  protected abstract List<byte[]> good();

  protected abstract Damage damage();

  /** Reads a file to its end. */
  protected abstract void read(byte[] content) throws IOException;

  /** Bytes that may be allocated for a file of a size, on the heap and by all threads. */
  protected long budget(long size) {
    return (32L << 20) + 64 * size;
  }

  @Test
  void everyGoodFileIsRead() throws IOException {
    for (byte[] file : good()) {
      read(file);
    }
  }

  @Test
  void damageEndsInASentenceOrAValue() {
    run(1, Integer.getInteger("fuzz.cases", 1_000));
  }

  @Test
  @Tag("slow")
  void damageEndsInASentenceOrAValueAHundredThousandTimes() {
    run(2, Integer.getInteger("fuzz.slow.cases", 100_000));
  }

  private void run(long seed, int cases) {
    var good = good();
    var damage = damage();
    var trial = new Trial(getClass().getSimpleName(), this::read, this::budget);
    trial.run(
        seed,
        cases,
        number -> {
          var random = new SplittableRandom(seed * 1_000_003 + number);
          byte[] one = good.get(random.nextInt(good.size()));
          return damage.of(one, good.get(random.nextInt(good.size())), random);
        });
    assertTrue(trial.refused() >= leastRefused(cases), trial + ": the damage is not noticed");
    assertTrue(trial.read() > cases / 500, trial + ": nothing reaches behind the head");
  }

  /** Below this share of refusals the damage does not reach the reader. */
  protected int leastRefused(int cases) {
    return cases / 50;
  }

  /** A file of the test's folder with this content. */
  protected final Path file(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
