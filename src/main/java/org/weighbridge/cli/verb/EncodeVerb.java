package org.weighbridge.cli.verb;

import java.nio.file.Path;
import org.weighbridge.checkpoint.coding.CheckpointEncoder;
import org.weighbridge.checkpoint.io.CheckpointFiles;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.job.Progress;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Encodes a model. */
@Command(
    name = "encode",
    header = "Encode a model to a .wbz file.",
    description = {
      "Every layer is decoded again and held to its error bound before the file is written.",
      "Without a choice of bounds the bound is 0.001 (absolute) for every layer. With --data,",
      "accuracy is measured before and after.",
      "Checkpoints of tensors (safetensors, sharded or not, 16-bit floats too) are coded block by",
      "block in bounded memory; a run that was stopped goes on by the same command."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge encode model.onnx -o model.wbz --bound 0.01",
      "  weighbridge encode model.onnx -o model.wbz --bounds fc1.weight=0.02,fc2.weight=0.03",
      "  weighbridge encode model.onnx -o model.wbz --data mnist/ --max-loss 0.3 --json",
      "  weighbridge encode model.onnx -o model.wbz --config bounds.json --data mnist/",
      "  weighbridge encode model.safetensors -o model.wbz --bound rel:0.001 --lock '*embed*'"
    })
public final class EncodeVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.wbz",
      required = true,
      description = "The encoded model.")
  private Path output;

  @Option(
      names = "--stream",
      order = 3,
      description = {
        "Code an ONNX model with external data as a checkpoint of tensors, block by block; what",
        "has more than 1 GB of it, and safetensors, always is."
      })
  private boolean stream;

  @Mixin private EncodingOptions encoding;

  public EncodeVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
    if (stream || CheckpointFiles.matches(model.named())) {
      return streamed(progress);
    }
    var opened = encoding.material(model, progress);
    var done =
        Workbench.with(encoding.cache().store(this::notice))
            .apply(encoding.steps(opened.network()), opened, progress);
    done.encoded().orElseThrow().write(output);
    Sidecars.carryOver(model.file(), output);
    return new Encoded(done, encoding.defaulted(), output);
  }

  private Answer streamed(Progress progress) {
    var checkpoint = CheckpointFiles.read(model.named(), progress);
    var made = CheckpointEncoder.encode(checkpoint, encoding.plan(checkpoint), output, progress);
    return new StreamEncoded(made, encoding.defaulted(), output);
  }
}
