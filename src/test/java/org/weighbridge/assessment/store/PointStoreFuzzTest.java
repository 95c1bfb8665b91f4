package org.weighbridge.assessment.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.weighbridge.assessment.MeasuredLoss;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

/** Damaged points are no points, and nobody is told; most are damaged behind their checksum. */
class PointStoreFuzzTest extends ReaderContract {
  private static final LayerId LAYER = new LayerId("fc1.weight");

  @Override
  protected List<byte[]> good() {
    var loss =
        new MeasuredLoss(
            new Accuracy(100, 97, Accuracy.Kind.LABELS), new Loss(0.3, 0.1), new Flips(1, 2), 0.5);
    String lines =
        PointText.of(LAYER, 0.1, loss)
            + "\n"
            + PointText.of(LAYER, 0.1, 77)
            + "\n"
            + PointText.of(new LayerId("a b\u03b5"), 0.2, loss)
            + "\n";
    return List.of(lines.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  protected Damage damage() {
    Damage mended = (good, other, random) -> mended(Damage.text().of(good, other, random));
    return Damage.any(Damage.text(), Damage.bytes(), mended, mended);
  }

  /** Every line with the checksum that it should have. */
  private static byte[] mended(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1)
        .lines()
        .map(
            line -> {
              String fields = line.substring(line.indexOf(' ') + 1);
              var crc = new CRC32C();
              crc.update(fields.getBytes(StandardCharsets.UTF_8));
              return "%08x %s".formatted(crc.getValue(), fields);
            })
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  protected void read(byte[] content) {
    var losses = new LineFile(file("a.loss", content));
    var sizes = new LineFile(file("a.size", content));
    var points =
        new StoredPoints(
            "sz",
            losses,
            sizes,
            reason -> {
              throw new AssertionError(reason);
            });
    points.loss(LAYER, 0.1);
    points.curve(LAYER);
  }

  /** What is damaged is passed over. */
  @Override
  protected int leastRefused(int cases) {
    return 0;
  }
}
