package org.weighbridge.gui.chart;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Writes pictures of the window as PNG (ISO/IEC 15948) without starting a second toolkit. */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final byte[] RGB_8_BIT = {8, 2, 0, 0, 0};

  private Png() {}

  /** The image as a PNG file, without its transparency. */
  public static byte[] of(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var file = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(file)) {
      out.write(SIGNATURE);
      var header = new ByteArrayOutputStream();
      var fields = new DataOutputStream(header);
      fields.writeInt(width);
      fields.writeInt(height);
      fields.write(RGB_8_BIT);
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", rows(image, width, height));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written
    }
    return file.toByteArray();
  }

  private static byte[] rows(Image image, int width, int height) throws IOException {
    var packed = new ByteArrayOutputStream();
    int[] pixels = new int[width];
    byte[] row = new byte[1 + 3 * width]; // a leading zero: no filter
    try (var deflater = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < height; y++) {
        image
            .getPixelReader()
            .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        for (int x = 0; x < width; x++) {
          row[1 + 3 * x] = (byte) (pixels[x] >> 16);
          row[2 + 3 * x] = (byte) (pixels[x] >> 8);
          row[3 + 3 * x] = (byte) pixels[x];
        }
        deflater.write(row);
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
