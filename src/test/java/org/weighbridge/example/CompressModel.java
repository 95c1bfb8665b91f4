package org.weighbridge.example;

import java.nio.file.Path;
import java.util.List;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Report;
import org.weighbridge.workflow.Retrain;
import org.weighbridge.workflow.Workbench;

/** Prunes a model, retrains it, encodes it within a budget of loss, and reports on it. */
public final class CompressModel {
  private CompressModel() {}

  /**
   * Does it.
   *
   * @param args the model (ONNX), its data set, and the folder to write into
   */
  public static void main(String[] args) {
    var folder = Path.of(args[2]);
    List<Operator> steps =
        List.of(
            Prune.of(PruningWish.density(0.2)), // keep a fifth of each layer's weights
            Retrain.epochs(1), // zeros stay zero
            Optimize.within(0.5), // percentage points, kept on samples it was not chosen by
            Encode.chosen(),
            Report.into(folder.resolve("report")));

    var bench = Workbench.ofUser(System.err::println);
    var opened = bench.open(Path.of(args[0])).on(args[1]);
    var done = bench.apply(steps, opened, Progress.none());

    NetworkFiles.write(done.network(), folder.resolve("pruned.onnx"));
    done.encoded().orElseThrow().write(folder.resolve("model.wbz"));
    System.out.println(words(done));
  }

  private static String words(Material done) {
    var encoded = done.encoded().orElseThrow();
    var change = done.accuracy().orElseThrow();
    return "%s bytes, %s of the whole; %s"
        .formatted(
            Numbers.count(encoded.fileBytes()), Numbers.ratio(encoded.ratio()), change.sentence());
  }
}
