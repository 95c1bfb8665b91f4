package org.weighbridge.gui.workbench;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.experiment.Verifier;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.job.Job;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;

/**
 * Writes encoded and decoded models, and says what it wrote. What is known of the model's inputs
 * goes along, so that accuracy can be measured on what was written.
 */
public final class Exporting {
  private final JobRunner jobs;
  private final Notices notices;

  Exporting(JobRunner jobs, Notices notices) {
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Writes the {@code .wbz} file, reads it again and checks every weight against its bound. */
  void encoded(Subject subject, Configuration configuration, Path target) {
    start("Exporting " + target.getFileName(), p -> encode(subject, configuration, target, p));
  }

  /** Writes the network as the decoder makes it, as an ONNX file that runs. */
  void decoded(Subject subject, Configuration configuration, Path target) {
    start(
        "Exporting " + target.getFileName(),
        progress -> {
          var model = new ModelEncoder().encode(subject.network(), configuration, progress);
          NetworkFiles.write(subject.network().withWeights(model.decoded()), target);
          Sidecars.carryOver(subject.file(), target);
          return "Wrote %s: the network with all coded weights as decoded.".formatted(target);
        });
  }

  /** Writes the network as it is, pruned and retrained, as an ONNX file. */
  void plain(Subject subject, Path target) {
    start(
        "Saving " + target.getFileName(),
        progress -> {
          NetworkFiles.write(subject.network(), target);
          Sidecars.carryOver(subject.file(), target);
          return "Wrote %s: the network, not encoded.".formatted(target);
        });
  }

  /** Turns a {@code .wbz} file into an ONNX file. */
  public void decode(Path wbz, Path target) {
    start(
        "Decoding " + wbz.getFileName(),
        progress -> {
          NetworkFiles.write(ModelDecoder.decode(wbz, progress), target);
          Sidecars.carryOver(wbz, target);
          return "Decoded %s to %s.".formatted(wbz.getFileName(), target);
        });
  }

  /**
   * Writes figures and tables of the current configuration into a folder.
   *
   * @param written told when the report is there
   */
  void report(
      Subject subject,
      @Nullable EvaluationSetup setup,
      Reporting.Known known,
      Configuration configuration,
      double maxLossPoints,
      ReportWish wish,
      Consumer<String> written) {
    var unused =
        jobs.start(
            Lane.WORK,
            "Reporting on " + subject.network().name(),
            progress ->
                Reporting.write(
                    subject, setup, known, configuration, maxLossPoints, wish, progress),
            written);
  }

  private void start(String title, Job<String> job) {
    var unused = jobs.start(Lane.WORK, title, job, sentence -> notices.show(Notice.done(sentence)));
  }

  private static String encode(
      Subject subject, Configuration configuration, Path target, Progress progress) {
    progress.begin("Exporting " + target.getFileName(), 2);
    var model = new ModelEncoder().encode(subject.network(), configuration, progress.part(1));
    model.write(target);
    Sidecars.carryOver(subject.file(), target);
    var verified = Verifier.verify(target, subject.network(), progress.part(1));
    if (!verified.ok()) {
      throw new Fault(
          "%s does not keep its promise: %d weights are not as its coders promise; do not use the file."
              .formatted(target, verified.violations()));
    }
    return "Wrote %s: %s, %s; decoded again, every weight is within the bound that it states."
        .formatted(target, Numbers.bytes(model.fileBytes()), Numbers.ratio(model.ratio()));
  }
}
