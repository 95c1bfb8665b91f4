package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weighbridge.file.AtomicFile;

/**
 * Where a tensor's external data lies (ONNX, docs/ExternalData.md): a part of a file that is long
 * enough.
 *
 * @param location the file as the model names it
 * @param file where it is
 */
record ExternalRegion(String location, Path file, long offset, long length) {
  /**
   * The region that a tensor names.
   *
   * @throws org.weighbridge.fault.Fault when the file is missing, too short or outside the folder,
   *     or its length is not that of the tensor
   */
  static ExternalRegion of(Onnx.Constant constant, ModelFolder folder, Source source) {
    Map<String, String> entries = new HashMap<>();
    for (StringStringEntryProto entry : constant.tensor().getExternalDataList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    String location = entries.getOrDefault("location", "");
    Path file = folder.resolve(location, constant);
    long size = size(file, location, constant, source);
    long offset = number(entries.get("offset"), 0, constant, source);
    long rest = Math.max(0, size - offset);
    long length = length(constant, entries.get("length"), rest, source);
    if (length > rest) {
      throw source.refused(
          "tensor %s needs %d bytes from byte %d of %s, which has %d; copy the whole file again"
              .formatted(constant.label(), length, offset, Onnx.printable(location), size));
    }
    return new ExternalRegion(location, file, offset, length);
  }

  private static long size(Path file, String location, Onnx.Constant constant, Source source) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw source.refused(
          "the data of tensor %s cannot be read from %s: %s"
              .formatted(constant.label(), Onnx.printable(location), AtomicFile.reason(e)),
          e);
    }
  }

  /** The length that the dimensions ask for; for types of unknown width what the model says. */
  private static long length(
      Onnx.Constant constant, @Nullable String said, long rest, Source source) {
    int bits = ElementType.bits(constant.tensor().getDataType());
    long elements = TensorCheck.elements(constant, source);
    long length =
        bits == 0 ? number(said, rest, constant, source) : ElementType.bytes(elements, bits);
    if (number(said, length, constant, source) != length) {
      throw source.refused(
          "tensor %s should hold %d bytes and its external data has %s; export the model again"
              .formatted(constant.label(), length, Onnx.printable(String.valueOf(said))));
    }
    return length;
  }

  private static long number(
      @Nullable String text, long otherwise, Onnx.Constant constant, Source source) {
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, like a negative number
    }
    throw source.refused(
        "the external data of tensor %s has a broken offset or length; export the model again"
            .formatted(constant.label()));
  }
}
