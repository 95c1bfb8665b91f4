package org.weighbridge.dataset;

import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.weighbridge.dataset.digits.DigitGenerator;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Shape;

/** The built-in digits as samples: each drawn when first read, then kept. */
final class DigitSamples implements Samples {
  private static final String NAME = "digits";
  private static final long DEFAULT_SEED = 1;

  private final DigitGenerator generator;
  private final int stream;
  private final AtomicReferenceArray<byte[]> images;

  private DigitSamples(DigitGenerator generator, int stream, int count) {
    this.generator = generator;
    this.stream = stream;
    images = new AtomicReferenceArray<>(count);
  }

  /** Whether a user means these: {@code digits} or {@code digits:SEED}. */
  static boolean matches(String where) {
    return where.equals(NAME) || where.startsWith(NAME + ":");
  }

  /**
   * The samples of a split: 10,000 for TEST and VALIDATION, 60,000 for TRAINING.
   *
   * @throws Fault when the seed is not a number
   */
  static SampleSet open(String where, Split split) {
    var generator = new DigitGenerator(seed(where));
    int count = split == Split.TRAINING ? 60_000 : 10_000;
    int stream =
        switch (split) {
          case TEST -> 0;
          case VALIDATION -> 1;
          case TRAINING -> 2;
        };
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = generator.label(stream, i);
    }
    return new SampleSet(
        Folders.describe(where, split), split, new DigitSamples(generator, stream, count), labels);
  }

  private static long seed(String where) {
    if (where.equals(NAME)) {
      return DEFAULT_SEED;
    }
    try {
      return Long.parseLong(where.substring(NAME.length() + 1));
    } catch (NumberFormatException e) {
      throw new Fault(
          "The seed in %s is not a whole number: write %s:7 for example.".formatted(where, NAME),
          e);
    }
  }

  @Override
  public int count() {
    return images.length();
  }

  @Override
  public Shape shape() {
    return Shape.of(1, DigitGenerator.SIZE, DigitGenerator.SIZE);
  }

  @Override
  public void read(int sample, float[] target, int offset) {
    byte[] pixels = image(sample);
    for (int i = 0; i < pixels.length; i++) {
      target[offset + i] = pixels[i] & 0xff;
    }
  }

  @Override
  public void digest(MessageDigest digest, int from, int count) {
    WorkPool.forEach(count, i -> image(from + i));
    for (int sample = from; sample < from + count; sample++) {
      digest.update(image(sample));
    }
  }

  /** Two threads may draw the same picture at once: it is the same. */
  private byte[] image(int sample) {
    byte[] pixels = images.get(sample);
    if (pixels == null) {
      pixels = generator.image(stream, sample);
      images.set(sample, pixels);
    }
    return pixels;
  }
}
