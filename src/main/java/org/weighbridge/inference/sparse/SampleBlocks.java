package org.weighbridge.inference.sparse;

import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.weighbridge.job.WorkPool;

/**
 * Activations at a layer's input with samples in lanes: for some samples at a time, one array per
 * input. So one weight meets all samples of a block in a plain loop over two arrays, which the
 * JVM's compiler turns into vector instructions. Arrays of their own, as loops over parts of one
 * large array stay scalar: the compiler cannot see that they do not overlap.
 */
public final class SampleBlocks {
  /** A row of a block is 1 KB: long enough for the loop to pay, a block stays near the core. */
  private static final int MOST_LANES = 256;

  /** Floats in the widest vector register, so that loops leave no rest. */
  private static final int VECTOR = 16;

  private static final int SAMPLES_PER_TASK = 64;

  private final int samples;
  private final int inputs;
  private final int lanes;
  private final float[][][] blocks;
  private final AtomicBoolean infinite = new AtomicBoolean();

  /** Zeros; so are the lanes that fill up the last block. */
  public SampleBlocks(int samples, int inputs) {
    this.samples = samples;
    this.inputs = inputs;
    int count = Math.ceilDiv(samples, MOST_LANES);
    lanes = VECTOR * Math.ceilDiv(Math.ceilDiv(samples, count), VECTOR);
    blocks = new float[count][inputs][lanes];
  }

  /**
   * Takes over the activations of some samples.
   *
   * @param rows {@code count} × inputs values from index 0 on, one sample after the other
   */
  public void fill(int first, int count, FloatBuffer rows) {
    WorkPool.forEach(
        Math.ceilDiv(count, SAMPLES_PER_TASK),
        task -> {
          int from = task * SAMPLES_PER_TASK;
          int to = Math.min(count, from + SAMPLES_PER_TASK);
          float[] row = new float[inputs];
          for (int i = from; i < to; i++) {
            rows.get(i * inputs, row);
            fill(first + i, row);
          }
        });
  }

  private void fill(int sample, float[] row) {
    float[][] block = blocks[sample / lanes];
    int lane = sample % lanes;
    float nothing = 0; // 0 × x, which is NaN where x is not finite
    for (int input = 0; input < inputs; input++) {
      float value = row[input];
      block[input][lane] = value;
      nothing += 0 * value;
    }
    if (nothing != 0) {
      infinite.set(true);
    }
  }

  public int samples() {
    return samples;
  }

  public int inputs() {
    return inputs;
  }

  /**
   * Whether every activation is finite. A sparse product leaves out zero weights, but zero times
   * infinity is not zero: only finite activations may be multiplied sparsely.
   */
  public boolean finite() {
    return !infinite.get();
  }

  /** Memory taken by the values. */
  public long bytes() {
    return (long) Float.BYTES * blocks.length * inputs * lanes;
  }

  int count() {
    return blocks.length;
  }

  /** The number of samples that a block has room for. */
  int lanes() {
    return lanes;
  }

  /** A block: inputs × lanes. */
  float[][] block(int index) {
    return blocks[index];
  }

  /** The first sample of a block. */
  int first(int block) {
    return block * lanes;
  }

  /** The number of samples in a block without those that fill it up. */
  int size(int block) {
    return Math.min(lanes, samples - first(block));
  }
}
