package org.weighbridge.network.io;

import java.nio.charset.StandardCharsets;

/** Tells an ONNX file from what people mistake for one. ONNX itself has no magic number. */
final class OnnxContent {
  private static final int HEAD = 512;

  /** The tags that a ModelProto can begin with: field number × 8 + wire type, up to field 15. */
  private static final String FIRST_TAGS = "\u0008\u0012\u001a\"(2:Br";

  private OnnxContent() {}

  /** Whether the first bytes can be those of an ONNX model. */
  static boolean plausible(byte[] content) {
    return content.length > 0 && FIRST_TAGS.indexOf(content[0]) >= 0 && !isText(content);
  }

  /** What a file is that is no ONNX model, and what to do about it. */
  static String diagnosis(byte[] content) {
    if (content.length == 0) {
      return "the file is empty; get or export it again";
    }
    if (startsWith(content, "version https://git-lfs")) {
      return "it is a Git LFS pointer, not the model itself; fetch the model with git lfs pull";
    }
    if (isText(content)) {
      return "it is a text file, not an ONNX model; choose a model exported to ONNX";
    }
    if (startsWith(content, "PK\u0003\u0004")) {
      return "it is a ZIP archive, such as PyTorch saves, not an ONNX model; export it to ONNX";
    }
    if (startsWith(content, "\u0089HDF")) {
      return "it is an HDF5 file, such as Keras saves, not an ONNX model; export it to ONNX";
    }
    return "it is not an ONNX model; choose a model exported to ONNX";
  }

  private static boolean isText(byte[] content) {
    for (int i = 0; i < Math.min(content.length, HEAD); i++) {
      boolean blank = content[i] == '\n' || content[i] == '\r' || content[i] == '\t';
      if (content[i] >= 0 && content[i] < ' ' && !blank) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] content, String start) {
    byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      if (i >= content.length || content[i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
