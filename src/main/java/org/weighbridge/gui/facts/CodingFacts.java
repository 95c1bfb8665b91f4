package org.weighbridge.gui.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.Composition;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Numbers;

/** What the report of an encoded layer says, in words. */
final class CodingFacts {
  private CodingFacts() {}

  static final List<String> NAMES =
      List.of("Encoded", "Index coding", "Value coding", "Outliers", "Lossless back end", "PSNR");

  static List<Fact> of(LayerReport report) {
    var composition = report.composition();
    return List.of(
        Fact.of(
            "Encoded",
            "%s, %s bit/weight"
                .formatted(Numbers.bytes(report.bytes()), Numbers.fixed(report.bitsPerWeight(), 2)),
            "%s bytes; %s bit over all weights, %s over those that are kept; %s"
                .formatted(
                    Numbers.count(report.bytes()),
                    report.bitsPerWeight(),
                    report.bitsPerKeptWeight(),
                    report.codec())),
        Fact.of(
            "Index coding",
            index(report, composition),
            "How positions of kept weights are coded: %s bytes"
                .formatted(Numbers.count(report.breakdown().of(Part.INDEX)))),
        Fact.of(
            "Value coding",
            values(report, composition),
            composition
                .map(
                    c ->
                        "Predictor %s, %s bins%s, coded by %s: %s bytes"
                            .formatted(
                                c.predictor(),
                                c.quantizer(),
                                c.bins().isPresent() ? " (" + c.bins().getAsInt() + ")" : "",
                                c.entropy(),
                                Numbers.count(report.breakdown().of(Part.VALUES))))
                .orElse(report.codec())),
        outliers(report, composition),
        Fact.of(
            "Lossless back end",
            composition.map(CodingFacts::backEnd).orElse("not told"),
            "What packed the coded bytes again; arithmetic coding and rANS leave nothing to pack"),
        Fact.of(
            "PSNR",
            Double.isInfinite(report.psnr()) ? "no error" : Numbers.fixed(report.psnr(), 1) + " dB",
            "Peak signal-to-noise ratio over all weights, zeros included: %s dB"
                .formatted(report.psnr())));
  }

  private static String index(LayerReport report, Optional<Composition> composition) {
    String name = composition.map(Composition::index).orElse("");
    if (name.isEmpty() && report.breakdown().of(Part.INDEX) == 0) {
      return "none needed";
    }
    return switch (name) {
      case "none" -> "none needed";
      case "joint" -> "with the values, " + perKept(report, Part.INDEX);
      default -> (name.isEmpty() ? "" : name + ", ") + perKept(report, Part.INDEX);
    };
  }

  private static String values(LayerReport report, Optional<Composition> composition) {
    if (composition.isEmpty() && report.breakdown().of(Part.INDEX) == 0) {
      double bits = 8.0 * report.breakdown().of(Part.VALUES) / Math.max(1, report.weights());
      return Numbers.fixed(bits, 2) + " bit/weight, zeros too";
    }
    return composition
            .map(c -> c.entropy().equals("none") ? "nothing kept, " : c.entropy() + ", ")
            .orElse("")
        + perKept(report, Part.VALUES);
  }

  private static String perKept(LayerReport report, Part part) {
    return report.kept() == 0
        ? "0 bit"
        : Numbers.fixed(8.0 * report.breakdown().of(part) / report.kept(), 2) + " bit/kept";
  }

  private static Fact outliers(LayerReport report, Optional<Composition> composition) {
    String bytes = Numbers.bytes(report.breakdown().of(Part.OUTLIERS));
    String whole = "Weights that no bin holds, stored exactly: " + bytes;
    return composition
        .map(
            c ->
                Fact.of(
                    "Outliers",
                    c.outliers() == 0
                        ? "none"
                        : "%s (%s of kept)"
                            .formatted(
                                Numbers.count(c.outliers()),
                                Numbers.percent((double) c.outliers() / report.kept())),
                    whole))
        .orElseGet(() -> Fact.of("Outliers", bytes, whole));
  }

  private static String backEnd(Composition composition) {
    var packed =
        Stream.of(composition.index(), composition.entropy())
            .filter(name -> name.contains("+"))
            .map(name -> name.substring(name.indexOf('+') + 1))
            .distinct()
            .collect(Collectors.joining(", "));
    return packed.isEmpty() ? "none needed" : packed;
  }
}
