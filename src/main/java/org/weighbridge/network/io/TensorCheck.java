package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.TensorProto;

/** Checks constants before anything is allocated for them. */
final class TensorCheck {
  private static final long MOST_ELEMENTS = Integer.MAX_VALUE - 8;

  private TensorCheck() {}

  /**
   * The number of elements that the dimensions promise.
   *
   * @throws org.weighbridge.fault.Fault when a dimension is negative or the tensor has more than
   *     2^31 elements
   */
  static long elements(Onnx.Constant constant, Source source) {
    long elements = 1;
    boolean empty = false;
    for (long dim : constant.tensor().getDimsList()) {
      if (dim < 0) {
        throw source.refused(
            "tensor %s has the dimension %d; the file is damaged, get or export it again"
                .formatted(constant.label(), dim));
      }
      empty |= dim == 0;
      if (dim > MOST_ELEMENTS || elements * Math.max(dim, 1) > MOST_ELEMENTS) {
        throw source.refused(
            "tensor %s has more than 2^31 elements; split it or use a smaller model"
                .formatted(constant.label()));
      }
      elements *= Math.max(dim, 1);
    }
    return empty ? 0 : elements;
  }

  /**
   * Checks that a constant holds as much data as its dimensions promise. Data of types that are
   * only carried along and have no fixed width, such as strings, are not looked at.
   *
   * @throws org.weighbridge.fault.Fault when it does not
   */
  static void check(Onnx.Constant constant, Source source) {
    TensorProto tensor = constant.tensor();
    long elements = elements(constant, source);
    int bits = ElementType.bits(tensor.getDataType());
    if (ExternalData.isExternal(tensor)) {
      return; // checked against its file when that was opened
    }
    if (tensor.hasRawData() && bits > 0) {
      agree(
          constant, ElementType.bytes(elements, bits), tensor.getRawData().size(), "bytes", source);
    } else if (!tensor.hasRawData()) {
      long values =
          switch (tensor.getDataType()) {
            case TensorProto.DataType.FLOAT_VALUE -> tensor.getFloatDataCount();
            case TensorProto.DataType.DOUBLE_VALUE -> tensor.getDoubleDataCount();
            case TensorProto.DataType.INT64_VALUE -> tensor.getInt64DataCount();
            default -> elements;
          };
      agree(constant, elements, values, "values", source);
    }
  }

  private static void agree(
      Onnx.Constant constant, long promised, long held, String unit, Source source) {
    if (promised != held) {
      throw source.refused(
          "tensor %s should hold %d %s and holds %d; the file is damaged, get or export it again"
              .formatted(constant.label(), promised, unit, held));
    }
  }
}
