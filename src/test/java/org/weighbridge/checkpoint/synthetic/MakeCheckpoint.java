package org.weighbridge.checkpoint.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.weighbridge.checkpoint.ElementType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a synthetic checkpoint; the command is in CONTRIBUTING.md. */
@Command(name = "MakeCheckpoint", mixinStandardHelpOptions = true)
public final class MakeCheckpoint implements Runnable {
  private static final Map<String, ElementType> TYPES =
      Map.of("f32", ElementType.FLOAT32, "f16", ElementType.FLOAT16, "bf16", ElementType.BFLOAT16);

  @Parameters(
      paramLabel = "OUT",
      description = {
        "A name that ends with .onnx makes a perceptron with external data, one that ends with",
        ".safetensors one file of a transformer, any other a folder of shards with their index."
      })
  private Path out;

  @Option(names = "--gigabytes", defaultValue = "2", description = "Of 1024^3 bytes.")
  private double gigabytes;

  @Option(names = "--type", defaultValue = "f32", description = "f32, f16 or bf16.")
  private String type;

  @Option(names = "--shards", defaultValue = "1", description = "How many files of weights.")
  private int shards;

  @Option(names = "--density", defaultValue = "1", description = "How much is not zero: 0 to 1.")
  private double density;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  public static void main(String[] args) {
    System.exit(new CommandLine(new MakeCheckpoint()).execute(args));
  }

  @Override
  public void run() {
    ElementType element = TYPES.get(type);
    if (element == null) {
      throw new IllegalArgumentException("--type takes " + TYPES.keySet());
    }
    long bytes = (long) (gigabytes * (1L << 30));
    String name = out.getFileName().toString();
    try {
      if (name.endsWith(".onnx")) {
        SyntheticOnnx.write(Plan.perceptron(element, bytes, density, seed), out, shards);
        return;
      }
      var plan = Plan.transformer(element, bytes, density, seed);
      if (name.endsWith(".safetensors")) {
        Files.createDirectories(out.toAbsolutePath().getParent());
        SyntheticSafetensors.write(plan, out);
      } else {
        SyntheticSafetensors.write(plan, out, shards);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
