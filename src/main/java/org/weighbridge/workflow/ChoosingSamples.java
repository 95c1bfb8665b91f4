package org.weighbridge.workflow;

import org.weighbridge.experiment.ChoiceSamples;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;

/**
 * The samples to choose by, opened, and what people are told of them.
 *
 * @param samples open until this is closed
 * @param words their name and what was done to them
 */
record ChoosingSamples(ChoiceSamples samples, String words) implements AutoCloseable {
  /** Prepares the samples of a material; the reported ones are asked once where they are others. */
  static ChoosingSamples open(Material material, Data data, Progress progress) {
    progress.begin("Preparing the samples to choose by", 3);
    if (data.chooseOn() == data.reportOn()) {
      var same =
          ChoiceSamples.asTheyAre(
              material.network(), data.choosing(), data.preprocessing(), progress.part(3));
      return new ChoosingSamples(
          same, data.choosing().name() + ", the very samples that are reported");
    }
    try (var reported = data.evaluator(material.network(), data.reporting())) {
      return open(material, data, reported, progress.part(3));
    }
  }

  /** The same with what measures the reported samples. */
  static ChoosingSamples open(Material material, Data data, Evaluator reported, Progress progress) {
    progress.begin("Preparing the samples to choose by", 3);
    var choosing = data.choosing();
    if (data.chooseOn() == data.reportOn()) {
      return new ChoosingSamples(
          ChoiceSamples.asTheyAre(
              material.network(), choosing, data.preprocessing(), progress.part(3)),
          choosing.name() + ", the very samples that are reported");
    }
    var unseen = reported.baseline(progress.part(1)).accuracy();
    var samples =
        ChoiceSamples.prepare(
            material.network(), choosing, data.preprocessing(), unseen, progress.part(2));
    return new ChoosingSamples(samples, choosing.name() + ", " + samples.description());
  }

  @Override
  public void close() {
    samples.close();
  }
}
