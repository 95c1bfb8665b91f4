package org.weighbridge.assessment.store;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.assessment.MeasuredLoss;
import org.weighbridge.network.LayerId;

/** Points in memory, each written to its file as soon as it is learnt. */
final class StoredPoints implements KnownPoints {
  /** What is asked for. */
  private record At(LayerId layer, double place) {}

  private final String coder;
  private final LineFile lossFile;
  private final LineFile sizeFile;
  private final Consumer<IOException> failed;
  private final Map<At, MeasuredLoss> losses = new ConcurrentHashMap<>();
  private final Map<At, Long> sizes = new ConcurrentHashMap<>();

  /**
   * Reads what the files hold; damaged lines are as if they were not there.
   *
   * @param coder the id of the codec whose points these are
   * @param failed told when a file cannot be read or written
   */
  StoredPoints(String coder, LineFile lossFile, LineFile sizeFile, Consumer<IOException> failed) {
    this.coder = coder;
    this.lossFile = lossFile;
    this.sizeFile = sizeFile;
    this.failed = failed;
    read(lossFile, line -> losses.put(at(line), PointText.loss(line)));
    read(sizeFile, line -> sizes.put(at(line), PointText.bytes(line)));
  }

  private void read(LineFile file, Consumer<PointText.Line> take) {
    try {
      for (String line : file.lines()) {
        if (!line.isEmpty() && line.length() <= PointText.LONGEST) {
          takeIfWhole(line, take);
        }
      }
    } catch (IOException e) {
      failed.accept(e);
    }
  }

  private static void takeIfWhole(String line, Consumer<PointText.Line> take) {
    try {
      take.accept(PointText.parse(line));
    } catch (IllegalArgumentException damaged) {
      // it is measured again
    }
  }

  private static At at(PointText.Line line) {
    return new At(line.layer(), line.place());
  }

  @Override
  public Optional<MeasuredLoss> loss(LayerId layer, double place) {
    return Optional.ofNullable(losses.get(new At(layer, place)));
  }

  @Override
  public OptionalLong bytes(LayerId layer, double place) {
    Long bytes = sizes.get(new At(layer, place));
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  @Override
  public void learn(LayerId layer, double place, MeasuredLoss loss) {
    losses.put(new At(layer, place), loss);
    append(lossFile, PointText.of(layer, place, loss));
  }

  @Override
  public void learn(LayerId layer, double place, long bytes) {
    sizes.put(new At(layer, place), bytes);
    append(sizeFile, PointText.of(layer, place, bytes));
  }

  private void append(LineFile file, String line) {
    if (line.length() > PointText.LONGEST) {
      return;
    }
    try {
      file.append(line);
    } catch (IOException e) {
      failed.accept(e);
    }
  }

  @Override
  public LayerCurve curve(LayerId layer) {
    var points =
        losses.entrySet().stream()
            .filter(entry -> entry.getKey().layer().equals(layer))
            .filter(entry -> sizes.containsKey(entry.getKey()))
            .map(
                entry ->
                    entry
                        .getValue()
                        .at(
                            coder,
                            entry.getKey().place(),
                            Objects.requireNonNull(sizes.get(entry.getKey()))))
            .toList();
    return new LayerCurve(layer, points);
  }
}
