package org.weighbridge.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.Palette;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.StackedBarFigure.Bar;
import org.weighbridge.figure.StackedBarFigure.Hatch;
import org.weighbridge.figure.StackedBarFigure.Segment;

/** What the bytes of an encoded file are spent on, layer by layer. */
public final class WhereBytesGo {
  private static final Segment REST =
      new Segment("graph and other tensors", Palette.YELLOW, Hatch.NONE);

  private WhereBytesGo() {}

  public static StackedBarFigure figure(EncodedModel model) {
    long largest = model.otherBytes();
    for (LayerReport layer : model.layers()) {
      largest = Math.max(largest, layer.bytes());
    }
    double unit = largest < 10_000 ? 1 : 1000;
    List<Breakdown.Part> parts = parts(model);
    var segments = new ArrayList<Segment>();
    parts.forEach(part -> segments.add(segment(part)));
    segments.add(REST);
    var bars = new ArrayList<Bar>();
    for (LayerReport layer : model.layers()) {
      var amounts = new ArrayList<Double>();
      parts.forEach(part -> amounts.add(layer.breakdown().of(part) / unit));
      amounts.add(0.0);
      bars.add(new Bar(layer.layer().name(), amounts, Numbers.bytes(layer.bytes())));
    }
    if (!model.smallTensors().isEmpty()) {
      bars.add(rest("small tensors", model.smallTensorBytes(), parts.size(), unit));
    }
    long rest = model.otherBytes() - model.smallTensorBytes();
    bars.add(rest("rest of the file", rest, parts.size(), unit));
    var axis = Axis.linear("encoded size", unit == 1 ? "B" : "KB");
    String whole = Numbers.bytes(model.fileBytes()) + " in all, " + Numbers.ratio(model.ratio());
    return new StackedBarFigure(new Caption("Where the bytes go", whole), axis, segments, bars);
  }

  private static Bar rest(String name, long bytes, int parts, double unit) {
    var amounts = new ArrayList<>(Collections.nCopies(parts, 0.0));
    amounts.add(bytes / unit);
    return new Bar(name, amounts, Numbers.bytes(bytes));
  }

  /** The parts that any layer uses. */
  private static List<Breakdown.Part> parts(EncodedModel model) {
    var used = new ArrayList<>(List.of(Breakdown.Part.values()));
    used.removeIf(
        part -> model.layers().stream().allMatch(layer -> layer.breakdown().of(part) == 0));
    return used;
  }

  private static Segment segment(Breakdown.Part part) {
    String name = part.name().toLowerCase(Locale.ROOT);
    return switch (part) {
      case INDEX -> new Segment(name, Palette.BLUE, Hatch.NONE);
      case VALUES -> new Segment(name, Palette.SKY, Hatch.RISING);
      case OUTLIERS -> new Segment(name, Palette.VERMILLION, Hatch.FALLING);
      case TABLES -> new Segment(name, Palette.GRAY, Hatch.NONE);
      case HEADER -> new Segment(name, Palette.BLACK, Hatch.CROSSED);
    };
  }
}
