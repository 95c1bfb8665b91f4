package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.bounds.Scales;
import org.weighbridge.network.LayerId;

/**
 * A number that every run has: a column, an axis, a word of the filter.
 *
 * @param key as the filter and files name it
 * @param title as columns and axes name it
 * @param unit of the numbers that {@code of} gives and the filter takes; empty for none
 * @param words what it is, with its unit
 * @param log whether it is read on a logarithmic scale
 * @param of the number of a run in {@code unit}, NaN when it has none
 * @param text a number as people read it
 * @param cell what a table shows of a run
 */
record Quantity(
    String key,
    String title,
    String unit,
    String words,
    boolean log,
    ToDoubleFunction<Run> of,
    DoubleFunction<String> text,
    Function<Run, String> cell) {

  /** Tables show the number, and a dash where there is none. */
  private Quantity(
      String key,
      String title,
      String unit,
      String words,
      boolean log,
      ToDoubleFunction<Run> of,
      DoubleFunction<String> text) {
    this(key, title, unit, words, log, of, text, run -> orDash(of.applyAsDouble(run), text));
  }

  static final Quantity NUMBER =
      new Quantity(
          "run", "Run", "", "Number of the run", false, Run::number, n -> Numbers.count((long) n));

  static final Quantity RATIO =
      new Quantity(
          "ratio",
          "Ratio",
          "",
          "Compression ratio of the whole file: original over encoded",
          true,
          run -> run.file().ratio(),
          Numbers::ratio);

  static final Quantity SIZE =
      new Quantity(
          "size",
          "Size",
          "KB",
          "Size of the whole encoded file in KB of 1000 bytes",
          true,
          run -> run.file().fileBytes() / 1e3,
          kilobytes -> Numbers.bytes(Math.round(1e3 * kilobytes)));

  static final Quantity TOP1 =
      new Quantity(
          "top1",
          "Top-1",
          "%",
          "Top-1 accuracy on the test split in %",
          false,
          run -> run.accuracy().map(a -> 100 * a.accuracy().top1()).orElse(Double.NaN),
          percent -> Numbers.fixed(percent, 2) + " %");

  static final Quantity LOSS =
      new Quantity(
          "loss",
          "Loss",
          "pp",
          "Loss of top-1 accuracy against the network before coding, measured, in percentage points",
          false,
          run -> run.accuracy().map(a -> a.loss().points()).orElse(Double.NaN),
          points -> points(points) + " pp");

  static final Quantity ENCODE =
      new Quantity(
          "encode",
          "Encode",
          "ms",
          "Time to encode in ms, measured once",
          true,
          run -> run.file().encodeNanos() / 1e6,
          Quantity::millis);

  static final Quantity DECODE =
      new Quantity(
          "decode",
          "Decode",
          "ms",
          "Time to decode in ms, measured once",
          true,
          run -> run.file().decodeNanos() / 1e6,
          Quantity::millis);

  /** Those that runs of every network have. */
  static final List<Quantity> COMMON = List.of(NUMBER, RATIO, SIZE, TOP1, LOSS, ENCODE, DECODE);

  /**
   * The absolute bound of a layer, asked for or reached, so that runs of all coders have a place on
   * one axis; tables show what the coder was set to. A layer without one was carried along
   * losslessly.
   */
  static Quantity bound(LayerId layer) {
    String name = shortName(layer);
    return new Quantity(
        name,
        "ε " + name,
        "",
        "Absolute error bound of "
            + layer.name()
            + "; of coders that are asked for none the largest error reached",
        true,
        run -> absolute(layer, run),
        Numbers::bound,
        run -> setting(layer, run.configuration()));
  }

  /** Those of a network: what was chosen of each layer, in its order, then what it came to. */
  static List<Quantity> all(List<Quantity> bounds) {
    var all = new ArrayList<>(COMMON);
    all.addAll(bounds);
    return all;
  }

  /** Without the ending that exporters give to all weights. */
  static String shortName(LayerId layer) {
    return layer.name().replaceFirst("[._/]weight$", "");
  }

  double of(Run run) {
    return of.applyAsDouble(run);
  }

  /** A run as a table shows it. */
  String text(Run run) {
    return cell.apply(run);
  }

  private static String orDash(double value, DoubleFunction<String> text) {
    return Double.isNaN(value) ? "–" : text.apply(value);
  }

  /** What the coder of a layer was asked for: {@code ε 1e-2}, {@code 5 bits}. */
  private static String setting(LayerId layer, Configuration configuration) {
    return configuration
        .setting(layer)
        .map(setting -> Scales.words(configuration.codec(layer).axis(), setting))
        .orElse("–");
  }

  private static double absolute(LayerId layer, Run run) {
    Configuration configuration = run.configuration();
    if (configuration.setting(layer).isEmpty()) {
      return Double.NaN;
    }
    return configuration.setting(layer).get() instanceof ErrorBound bound
            && bound.mode() == ErrorBound.Mode.ABSOLUTE
        ? bound.value()
        : run.file().layer(layer).map(report -> report.bound()).orElse(Double.NaN);
  }

  /** Percentage points with two decimals, without a sign before nothing. */
  static String points(double points) {
    String text = Numbers.fixed(points, 2);
    return text.equals("-0.00") ? "0.00" : text;
  }

  private static String millis(double millis) {
    return Numbers.duration(Math.round(1e6 * millis));
  }
}
