package org.weighbridge.dataset;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.tensor.Shape;

/** A run of consecutive samples with their labels; splits and limits share the values. */
final class SampleSet implements Dataset {
  private static final int SAMPLES_PER_DIGEST = 1000;

  private final String name;
  private final Split split;
  private final Samples samples;
  private final int from;
  private final int size;
  private final int @Nullable [] labels;
  private @Nullable String hash;

  /**
   * All samples of a source.
   *
   * @param labels one per sample, or null for unlabelled data
   */
  SampleSet(String name, Split split, Samples samples, int @Nullable [] labels) {
    this(name, split, samples, 0, samples.count(), labels);
  }

  private SampleSet(
      String name, Split split, Samples samples, int from, int size, int @Nullable [] labels) {
    this.name = name;
    this.split = split;
    this.samples = samples;
    this.from = from;
    this.size = size;
    this.labels = labels;
    if (labels != null && labels.length != size) {
      throw new IllegalArgumentException(labels.length + " labels for " + size + " samples");
    }
  }

  /** Samples {@code first} to {@code first + count - 1}. */
  SampleSet range(int first, int count) {
    Objects.checkFromIndexSize(first, count, size);
    int[] some = labels == null ? null : Arrays.copyOfRange(labels, first, first + count);
    return new SampleSet(name, split, samples, from + first, count, some);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Split split() {
    return split;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Shape sampleShape() {
    return samples.shape();
  }

  @Override
  public void read(int sample, float[] target, int offset) {
    samples.read(from + Objects.checkIndex(sample, size), target, offset);
  }

  @Override
  public Optional<int[]> labels() {
    return Optional.ofNullable(labels);
  }

  @Override
  public synchronized String hash() {
    if (hash == null) {
      hash = computeHash();
    }
    return hash;
  }

  @Override
  public Dataset limit(int limit) {
    return limit >= size ? this : range(0, limit);
  }

  /** The shape (rank, then dimensions), the count, the samples, the labels; integers big-endian. */
  private String computeHash() {
    MessageDigest digest = sha256();
    int[] dims = sampleShape().dims();
    var head = ByteBuffer.allocate(4 * (dims.length + 2)).putInt(dims.length);
    Arrays.stream(dims).forEach(head::putInt);
    digest.update(head.putInt(size).array());
    for (int first = 0; first < size; first += SAMPLES_PER_DIGEST) {
      samples.digest(digest, from + first, Math.min(SAMPLES_PER_DIGEST, size - first));
    }
    if (labels != null) {
      var bytes = ByteBuffer.allocate(4 * labels.length);
      bytes.asIntBuffer().put(labels);
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
