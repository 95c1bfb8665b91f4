package org.weighbridge.runtime;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;

/**
 * The process that may die: opens mutants and runs one batch through each. It says {@code SEED}
 * before each, and what became of it behind that.
 */
final class Mutants {
  private Mutants() {}

  /** Takes the first seed, the last, and model files, which take turns. */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    List<Path> files = Arrays.stream(args).skip(2).map(Path::of).toList();
    ModelProto[] models = new ModelProto[files.size()];
    for (int i = 0; i < models.length; i++) {
      models[i] = ModelProto.parseFrom(Files.readAllBytes(files.get(i)));
    }
    for (long seed = Long.parseLong(args[0]); seed <= Long.parseLong(args[1]); seed++) {
      out.print(seed + " ");
      out.flush();
      ModelProto good = models[(int) (seed % models.length)];
      out.println(outcome(new ModelMutator(seed).mutate(good)));
    }
    System.exit(0);
  }

  static String outcome(ModelProto mutant) {
    Network network;
    try {
      network = NetworkFiles.of(mutant, "mutant");
    } catch (Fault e) {
      return "read: " + e.sentence();
    }
    try {
      run(network);
      return "ran";
    } catch (Fault e) {
      return (e.sentence().startsWith("ONNX Runtime") ? "native: " : "checked: ") + e.sentence();
    } catch (RuntimeException | Error e) {
      return "UNTYPED: " + e;
    }
  }

  private static void run(Network network) {
    ModelProto model = NetworkFiles.model(network);
    long[] dims = network.input().dims().stream().mapToLong(d -> d < 0 ? 2 : d).toArray();
    if (Arrays.stream(dims).asDoubleStream().reduce(1, (a, b) -> a * b) > 1e6) {
      throw new Fault("checked: no sample is that large.");
    }
    try (var session = OnnxRuntime.open("mutant", model, Map.of(), OnnxRuntime.Use.ALONE);
        var run = new Run(Progress.none(), () -> false);
        var input = new NativeTensor(dims)) {
      session
          .run(Map.of(network.input().name(), input.tensor()), List.of(network.output()), run)
          .close();
    }
  }
}
