package org.weighbridge.gui.workbench;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.ChoiceSamples;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;

/**
 * A network tied to data: bounds are chosen by the validation split and reported on the test split.
 *
 * @param where the data set as the user named it
 * @param test what is reported on
 * @param validation what bounds are chosen by
 * @param onTest measures on {@code test}
 * @param chooseBy {@code validation}, made as hard as unseen samples where it is easier
 * @param original the network as its file has it, on {@code test}
 * @param baseline the network before coding: pruned, retrained or as {@code original}, on {@code
 *     test}
 */
public record EvaluationSetup(
    String where,
    Dataset test,
    Dataset validation,
    Evaluator onTest,
    ChoiceSamples chooseBy,
    Evaluation original,
    Evaluation baseline)
    implements AutoCloseable {

  /**
   * Opens a data set and measures the network on it.
   *
   * @param check refuses samples that are not those that are wanted
   * @throws org.weighbridge.fault.Fault when there is no data or it does not fit the network
   */
  static EvaluationSetup open(
      String where, Consumer<Dataset> check, Subject subject, Progress progress) {
    progress.begin("Reading " + where, 0);
    var test = DataSets.open(where, Split.TEST, OptionalInt.empty());
    progress.check();
    var validation = DataSets.open(where, Split.VALIDATION, OptionalInt.empty());
    progress.check();
    check.accept(test);
    progress.check();
    check.accept(validation);
    progress.check();
    var setup = bind(where, test, validation, null, subject, progress);
    setup.sha256(); // computed here, off the window's thread, and known from now on
    return setup;
  }

  /** The content of the samples: the hash of each split. */
  Map<Split, String> sha256() {
    return Map.of(Split.TEST, test.hash(), Split.VALIDATION, validation.hash());
  }

  /** The same data with the same network pruned or trained otherwise. */
  EvaluationSetup with(Subject subject, Progress progress) {
    return bind(where, test, validation, original, subject, progress);
  }

  /** Whether {@code baseline} is of another network than the file has: pruned or retrained. */
  @SuppressWarnings("ReferenceEquality") // one measurement stands for both, or there are two
  public boolean changed() {
    return baseline != original;
  }

  private static EvaluationSetup bind(
      String where,
      Dataset test,
      Dataset validation,
      @Nullable Evaluation original,
      Subject subject,
      Progress progress) {
    progress.begin("Evaluating " + subject.network().name() + " on " + test.name(), 5);
    var onTest = Evaluators.open(subject.network(), test, subject.preprocessing());
    try {
      var baseline = onTest.baseline(progress.part(1));
      var chooseBy =
          ChoiceSamples.prepare(
              subject.network(),
              validation,
              subject.preprocessing(),
              baseline.accuracy(),
              progress.part(3));
      return new EvaluationSetup(
          where,
          test,
          validation,
          onTest,
          chooseBy,
          subject.asOpened() ? baseline : asOpened(original, subject, test, progress.part(1)),
          baseline);
    } catch (RuntimeException e) {
      onTest.close();
      throw e;
    }
  }

  private static Evaluation asOpened(
      @Nullable Evaluation known, Subject subject, Dataset test, Progress progress) {
    if (known != null) {
      return known;
    }
    try (var evaluator = Evaluators.open(subject.original(), test, subject.preprocessing())) {
      return evaluator.baseline(progress);
    }
  }

  /** Measures on the samples that bounds are chosen by. */
  Evaluator onValidation() {
    return chooseBy.evaluator();
  }

  @Override
  public void close() {
    onTest.close();
    chooseBy.close();
  }
}
