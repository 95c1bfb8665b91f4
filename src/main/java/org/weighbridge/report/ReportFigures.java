package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/** The figures of a report, in the order of reading. */
final class ReportFigures {
  private final ReportInput input;
  private final List<ReportFigure> figures = new ArrayList<>();

  private ReportFigures(ReportInput input) {
    this.input = input;
  }

  static List<ReportFigure> of(ReportInput input) {
    var all = new ReportFigures(input);
    input.encoded().ifPresent(all::bytes);
    all.figures.add(
        ReportFigure.table(
            "layers",
            Section.LAYERS,
            () -> LayerTableFigure.figure(input.network(), input.encoded())));
    input
        .assessment()
        .filter(a -> a.curves().stream().anyMatch(curve -> !curve.points().isEmpty()))
        .ifPresent(all::bounds);
    all.search();
    input.comparison().ifPresent(all::comparison);
    all.training();
    all.layers();
    return all.figures;
  }

  private void bytes(EncodedModel model) {
    String caption =
        "Bytes of the encoded file by layer and by what they hold; %s bytes in all, everything in"
                .formatted(Numbers.count(model.fileBytes()))
            + " the file counted.";
    figures.add(
        ReportFigure.wide("bytes", Section.LAYERS, caption, () -> WhereBytesGo.figure(model)));
  }

  private void bounds(Assessment assessment) {
    String caption =
        "Top-1 accuracy with one layer coded at a time, on %s samples; bands are 95 %% intervals."
            .formatted(Numbers.count(assessment.baseline().samples()));
    figures.add(
        ReportFigure.wide(
            "accuracy-vs-bound",
            Section.BOUNDS,
            caption,
            () -> AccuracyCurves.figure(assessment, input.maxLossPoints(), input.encoded())));
  }

  private void search() {
    if (input.trials().isEmpty()) {
      return;
    }
    figures.add(
        ReportFigure.narrow(
            "loss-vs-ratio",
            Section.SEARCH,
            "Measured loss against the ratio of the whole file, 4 bytes × all parameters over"
                + " everything in it. Series are of different samples.",
            () -> LossAgainstRatio.figure(TradeOff.of(input), input.maxLossPoints())));
    figures.add(
        ReportFigure.narrow(
            "predicted-vs-measured",
            Section.SEARCH,
            "Loss of all layers together as measured, against the sum of the layers' assessed"
                + " losses; on the line they add up.",
            () -> PredictedAgainstMeasured.figure(input.trials())));
  }

  private void comparison(ComparisonResult result) {
    String caption =
        "Ratio of the whole file, and loss on %s; budget %s percentage points where settings were"
                .formatted(result.dataset(), Numbers.fixed(result.budget(), 2))
            + " chosen ("
            + result.chosenBy()
            + ").";
    figures.add(
        ReportFigure.wide(
            "comparison", Section.COMPARISON, caption, () -> ComparisonFigure.figure(result)));
    if (CoderFronts.any(result)) {
      figures.add(
          ReportFigure.wide(
              "coder-fronts",
              Section.COMPARISON,
              "Lines: what the optimizer predicts of each coder from single layers, for every"
                  + " budget, on the samples to choose by. Points: what was measured of the file it"
                  + " chose, on "
                  + result.dataset()
                  + ", with 95 % intervals.",
              () -> CoderFronts.figure(result)));
    }
  }

  private void training() {
    if (!input.training().isEmpty()) {
      figures.add(
          ReportFigure.wide(
              "training",
              Section.TRAINING,
              "Accuracy, loss and density, epoch by epoch through all stages.",
              () -> TrainingCurves.figure(input.network().name(), input.training())));
    }
    if (!input.sensitivity().isEmpty()) {
      int samples = input.sensitivity().getFirst().dense().samples();
      String detail = Numbers.count(samples) + " samples";
      figures.add(
          ReportFigure.wide(
              "sensitivity",
              Section.TRAINING,
              "Change of top-1 accuracy when weights are pruned, on " + detail + ".",
              () ->
                  DensityCurves.figure(
                      new Caption("Pruning sensitivity", detail), input.sensitivity())));
    }
  }

  private void layers() {
    Map<LayerId, String> names = FileNames.of(input.network().layers());
    for (Layer layer : input.network().layers()) {
      String name = Objects.requireNonNull(names.get(layer.id()));
      var weights = layer.weights();
      if (weights.sparsity() > 0) {
        String caption =
            "%s of %s weights are kept."
                .formatted(Numbers.count(weights.nonZeros()), Numbers.count(weights.size()));
        figures.add(
            ReportFigure.ofLayer(
                "mask-" + name, layer.name(), caption, () -> Optional.of(MaskImage.figure(layer))));
      }
      figures.add(
          ReportFigure.ofLayer(
              "weights-" + name,
              layer.name(),
              "Weights that are not zero, before coding.",
              () -> WeightHistogram.figure(layer)));
      input.encoded().ifPresent(model -> errors(model, layer, name));
    }
  }

  private void errors(EncodedModel model, Layer layer, String name) {
    LayerReport report = LayerTable.report(model, layer).orElse(null);
    Tensor decoded = model.decoded().get(layer.id());
    if (report != null && decoded != null) {
      String caption =
          "Decoded less original weights; the bound is %s, the file stores %s bytes: ratio %s."
              .formatted(
                  LayerTable.bound(report),
                  Numbers.count(report.bytes()),
                  Numbers.ratio(report.ratio()));
      figures.add(
          ReportFigure.ofLayer(
              "error-" + name,
              layer.name(),
              caption,
              () -> Optional.of(ErrorHistogram.figure(report, layer.weights(), decoded))));
    }
  }
}
