package org.weighbridge.checkpoint.coding;

/**
 * What became of a coded tensor.
 *
 * @param name of the tensor
 * @param type of its numbers: 0 float32, 1 float16, 2 bfloat16
 * @param codec the id of its codec
 * @param setting what was asked of the codec
 * @param weights the number of them
 * @param sourceBytes what they took
 * @param bytes what they take, everything included
 * @param bound the largest error allowed; of codecs that keep none the one reached
 * @param maxError the largest error of a value as it is written
 * @param blocks how many blocks it was cut into
 * @param carried how many of them were carried along because coding made them no shorter
 */
public record EncodedTensor(
    String name,
    int type,
    String codec,
    String setting,
    long weights,
    long sourceBytes,
    long bytes,
    double bound,
    double maxError,
    int blocks,
    int carried) {
  public double bitsPerWeight() {
    return weights == 0 ? 0 : 8.0 * bytes / weights;
  }
}
