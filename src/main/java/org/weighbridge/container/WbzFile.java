package org.weighbridge.container;

import java.util.List;

/**
 * Everything a .wbz file holds.
 *
 * @param producer the program that wrote it and its version
 * @param model the name of the network, for people
 * @param modelHash SHA-256 of the original model file, 64 hexadecimal digits in lower case, or
 *     empty
 * @param graph the ONNX model without the data of the encoded layers
 * @param layers the encoded layers, names unique
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never written to
public record WbzFile(
    String producer, String model, String modelHash, byte[] graph, List<WbzLayer> layers) {
  public WbzFile {
    layers = List.copyOf(layers);
    if (!modelHash.matches("|[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256: " + modelHash);
    }
    if (layers.stream().map(WbzLayer::name).distinct().count() < layers.size()) {
      throw new IllegalArgumentException("two layers have the same name");
    }
  }
}
