package org.weighbridge.checkpoint.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Small files of safetensors, sound and unsound ones. */
public final class SafetensorsBytes {
  private SafetensorsBytes() {}

  /** A file of this header and so many bytes of data, which count up. */
  public static byte[] of(String header, int data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    var file = ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    for (int i = 0; i < data; i++) {
      file.put((byte) i);
    }
    return file.array();
  }

  /** A header's member. */
  public static String tensor(String name, String dtype, String shape, long begin, long end) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(name, dtype, shape, begin, end);
  }

  /** A header of these members. */
  public static String header(String... members) {
    return "{" + String.join(",", members) + "}";
  }
}
