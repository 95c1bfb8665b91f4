package org.weighbridge.checkpoint.coding;

import java.util.List;

/**
 * What {@link CheckpointEncoder} made.
 *
 * @param name of the checkpoint
 * @param tensors the coded ones, in order
 * @param parameters floats of any kind in the checkpoint
 * @param sourceBytes of all files
 * @param codedBytes of the source that were coded in this run
 * @param fileBytes of the encoded file
 * @param nanos spent by this run
 * @param resumedBytes of the encoded file that were there from a run before
 * @param replaced whether a part-written file of another plan was thrown away
 */
public record EncodedCheckpoint(
    String name,
    List<EncodedTensor> tensors,
    long parameters,
    long sourceBytes,
    long codedBytes,
    long fileBytes,
    long nanos,
    long resumedBytes,
    boolean replaced) {
  public EncodedCheckpoint {
    tensors = List.copyOf(tensors);
  }

  /** 4 bytes × parameters over the file. */
  public double ratio() {
    return 4.0 * parameters / fileBytes;
  }

  /** The checkpoint's own bytes over the file. */
  public double sourceRatio() {
    return (double) sourceBytes / fileBytes;
  }

  /** MB (10^6 bytes) of the source that were coded in a second. */
  public double megabytesPerSecond() {
    return 1e3 * codedBytes / nanos;
  }
}
