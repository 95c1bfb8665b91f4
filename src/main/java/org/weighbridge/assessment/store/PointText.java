package org.weighbridge.assessment.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.weighbridge.assessment.MeasuredLoss;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

/**
 * Records as lines: a checksum of the rest, then fields between blanks, the first two of which are
 * the layer and the place. Doubles are their bits in hexadecimal, so that they come back as they
 * were.
 */
final class PointText {
  /** No record is longer, whatever a layer is called that a model can hold. */
  static final int LONGEST = 4096;

  private PointText() {}

  /** What is known of a layer at a place: of the loss or of the size. */
  record Line(LayerId layer, double place, List<String> rest) {}

  static String of(LayerId layer, double place, MeasuredLoss measured) {
    var accuracy = measured.accuracy();
    return line(
        layer,
        place,
        Integer.toString(accuracy.samples()),
        Integer.toString(accuracy.correct()),
        accuracy.kind().name(),
        bits(measured.loss().points()),
        bits(measured.loss().standardError()),
        Integer.toString(measured.flips().broken()),
        Integer.toString(measured.flips().mended()),
        bits(measured.maxError()));
  }

  static String of(LayerId layer, double place, long bytes) {
    return line(layer, place, Long.toString(bytes));
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is damaged
   */
  static Line parse(String line) {
    int blank = line.indexOf(' ');
    if (blank < 0 || !line.substring(0, blank).equals(checksum(line.substring(blank + 1)))) {
      throw new IllegalArgumentException("checksum");
    }
    var fields = List.of(line.split(" ", -1));
    require(fields.size() > 3);
    double place = number(fields.get(2));
    require(place > 0 && Double.isFinite(place));
    var layer = new LayerId(URLDecoder.decode(fields.get(1), StandardCharsets.UTF_8));
    return new Line(layer, place, fields.subList(3, fields.size()));
  }

  /**
   * The loss that a line tells.
   *
   * @throws IllegalArgumentException when it is none
   */
  static MeasuredLoss loss(Line line) {
    var rest = line.rest();
    require(rest.size() == 8);
    int samples = Integer.parseInt(rest.get(0));
    int correct = Integer.parseInt(rest.get(1));
    int broken = Integer.parseInt(rest.get(5));
    int mended = Integer.parseInt(rest.get(6));
    require(samples > 0 && correct >= 0 && correct <= samples && broken >= 0 && mended >= 0);
    return new MeasuredLoss(
        new Accuracy(samples, correct, Accuracy.Kind.valueOf(rest.get(2))),
        new Loss(number(rest.get(3)), number(rest.get(4))),
        new Flips(broken, mended),
        number(rest.get(7)));
  }

  /**
   * The size that a line tells.
   *
   * @throws IllegalArgumentException when it is none
   */
  static long bytes(Line line) {
    require(line.rest().size() == 1);
    long bytes = Long.parseLong(line.rest().getFirst());
    require(bytes >= 0);
    return bytes;
  }

  private static String line(LayerId layer, double place, String... rest) {
    String name = URLEncoder.encode(layer.name(), StandardCharsets.UTF_8);
    String fields = name + " " + bits(place) + " " + String.join(" ", rest);
    return checksum(fields) + " " + fields;
  }

  private static String checksum(String fields) {
    var crc = new CRC32C();
    crc.update(fields.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }

  private static String bits(double value) {
    return Long.toHexString(Double.doubleToRawLongBits(value));
  }

  private static double number(String bits) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
  }

  private static void require(boolean valid) {
    if (!valid) {
      throw new IllegalArgumentException("value");
    }
  }
}
