package org.weighbridge.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The model a verb works on. A session may stand in its place: then the network is what is chosen
 * in it, and its data and configuration are those of the verb's other options that are not given.
 */
public final class ModelOptions {
  private static final int START = 64;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = {
        "The ONNX file; MODEL.json beside it is read by itself. Or a session (.wbsession), whose",
        "network, data and configuration are taken where no option says otherwise."
      })
  private Path file;

  @Option(
      names = "--model",
      paramLabel = "PATH",
      order = 24,
      description = "Where the model of a session is, when it was moved.")
  private Optional<Path> moved = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  private boolean looked;
  private Optional<SessionModel> opened = Optional.empty();

  /** The model's file; that of a session where one is named. */
  public Path file() {
    return opened().map(SessionModel::model).orElse(file);
  }

  /** What the user named: a model or a session. */
  public Path named() {
    return file;
  }

  /**
   * Reads the model for as long as it is wanted.
   *
   * @throws org.weighbridge.fault.Fault when it is no model, or a session's is missing or changed
   */
  public Network read(Progress progress) {
    return opened()
        .map(SessionModel::network)
        .orElseGet(() -> NetworkFiles.read(file, progress.quiet()));
  }

  /** Reads the model; one that is encoded is decoded. */
  public Network readOrDecode(Progress progress) {
    return opened().map(SessionModel::network).orElseGet(() -> ModelFile.read(file, progress));
  }

  /** What is known of the model besides its graph; nothing when it has no sidecar. */
  public ModelSidecar sidecar() {
    return ModelSidecar.besideModel(file()).orElseGet(ModelSidecar::unknown);
  }

  /** The session that stands in the model's place. */
  public Optional<SessionState> session() {
    return opened().map(SessionModel::state);
  }

  Optional<SessionModel> opened() {
    if (!looked) {
      looked = true;
      boolean session = SessionFile.begins(start(file));
      if (!session && moved.isPresent() && mixee != null) {
        throw new ParameterException(
            mixee.commandLine(), "--model says where the model of a session is; this is none.");
      }
      opened = session ? Optional.of(SessionModel.read(file, moved)) : Optional.empty();
    }
    return opened;
  }

  /** What cannot be read is left to the reader of models to report. */
  private static byte[] start(Path file) {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(START);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
