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

  private final int samples;
  private final int inputs;
  private final int lanes;
  private final float[][][] blocks;
  private final boolean finite;

  private SampleBlocks(int samples, int inputs, int lanes, float[][][] blocks, boolean finite) {
    this.samples = samples;
    this.inputs = inputs;
    this.lanes = lanes;
    this.blocks = blocks;
    this.finite = finite;
  }

  /**
   * Rearranges activations. The last block is filled up with zeros.
   *
   * @param rows {@code samples} × {@code inputs} values from index 0 on, one sample after the other
   */
  public static SampleBlocks of(FloatBuffer rows, int samples, int inputs) {
    int count = Math.ceilDiv(samples, MOST_LANES);
    int lanes = VECTOR * Math.ceilDiv(Math.ceilDiv(samples, count), VECTOR);
    float[][][] blocks = new float[count][inputs][lanes];
    var infinite = new AtomicBoolean();
    WorkPool.forEach(
        count,
        block -> {
          int first = block * lanes;
          int some = Math.min(lanes, samples - first);
          if (!fill(blocks[block], rows, first, some)) {
            infinite.set(true);
          }
        });
    return new SampleBlocks(samples, inputs, lanes, blocks, !infinite.get());
  }

  /** Whether all values are finite, which is watched on the way. */
  private static boolean fill(float[][] block, FloatBuffer rows, int first, int samples) {
    int inputs = block.length;
    float[] row = new float[inputs];
    float nothing = 0; // 0 × x, which is NaN where x is not finite
    for (int lane = 0; lane < samples; lane++) {
      rows.get((first + lane) * inputs, row);
      for (int input = 0; input < inputs; input++) {
        float value = row[input];
        block[input][lane] = value;
        nothing += 0 * value;
      }
    }
    return nothing == 0;
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
    return finite;
  }

  /** Memory taken by the values. */
  public static long bytes(int samples, int inputs) {
    return (long) Float.BYTES * samples * inputs;
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
