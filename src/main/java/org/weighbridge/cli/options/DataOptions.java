package org.weighbridge.cli.options;

import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.network.Network;
import org.weighbridge.workflow.Data;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The samples a verb measures accuracy on, and how they are fed to the network. */
public final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 20,
      description =
          "Folder or file with the data set (IDX, CIFAR-10 binary, NPZ), or digits for the"
              + " built-in one. A model whose sidecar names the built-in one needs no --data, nor"
              + " does a session with data.")
  private Optional<String> data;

  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 22,
      description = "Use the first N samples only.")
  private Optional<Integer> limit;

  @Mixin private PreprocessingOptions preprocessing;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  private boolean looked;
  private Optional<String> sessionData = Optional.empty();

  /** Whether the user named a data set, or a session that has one. */
  public boolean given() {
    return data.isPresent() || session().flatMap(one -> one.state().data()).isPresent();
  }

  /** The data set that the user named, else the session's, if one was named. */
  public Optional<String> named() {
    return data.or(this::ofSession);
  }

  /** Where the data set is: as the user or a session said, else as the model's sidecar says. */
  public Optional<String> where(ModelSidecar sidecar) {
    return named().or(() -> sidecar.dataset().filter(DataSets::isBuiltIn));
  }

  private Optional<SessionModel> session() {
    return SessionModel.of(mixee);
  }

  /** Checked once, and not at all where the user names another. */
  private Optional<String> ofSession() {
    if (!looked) {
      looked = true;
      sessionData = session().flatMap(SessionModel::data);
    }
    return sessionData;
  }

  /** How samples become the network's input: the sidecar's way, changed by options. */
  public Preprocessing preprocessing(ModelSidecar sidecar) {
    return preprocessing.over(sidecar.preprocessing());
  }

  public Dataset open(ModelSidecar sidecar, Split split) {
    return DataSets.open(
        needed(sidecar), split, limit.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  /**
   * The data set and what its parts are for.
   *
   * @throws ParameterException when nobody said which
   */
  public Data on(ModelSidecar sidecar, SplitOption report, ChooseOption choose) {
    return on(sidecar, report.split(), choose.split(), choose.limit());
  }

  /** The same with its validation part to choose by. */
  public Data on(ModelSidecar sidecar, SplitOption report) {
    return on(sidecar, report.split(), Split.VALIDATION, OptionalInt.empty());
  }

  /** The same with these parts. */
  public Data on(ModelSidecar sidecar, Split report, Split choose, OptionalInt chooseLimit) {
    var most = limit.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    return new Data(
        needed(sidecar),
        preprocessing(sidecar),
        choose,
        chooseLimit.isPresent() ? chooseLimit : most,
        report,
        most);
  }

  private String needed(ModelSidecar sidecar) {
    return where(sidecar)
        .orElseThrow(
            () ->
                new ParameterException(
                    mixee.commandLine(),
                    "This needs a data set: give --data DIR, or --data digits for the built-in"
                        + " one."));
  }

  public Evaluator evaluator(Network network, Dataset dataset, ModelSidecar sidecar) {
    return Evaluators.open(network, dataset, preprocessing(sidecar));
  }
}
