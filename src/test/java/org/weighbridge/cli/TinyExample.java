package org.weighbridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;

/**
 * A little network and a data set that it classifies to nine tenths, in a folder.
 *
 * <p>Images are 6 × 6, four classes; the labels are what the network says, but for every tenth,
 * which is one more.
 *
 * @param folder where everything lies
 * @param model the ONNX file with its sidecar: fc1.weight 24 × 36, fc2.weight 4 × 24
 * @param data the folder with 200 test and 600 training images, of which 100 are for validation
 */
public record TinyExample(Path folder, Path model, Path data) {
  public static final int TEST = 200;
  public static final int RIGHT = 180;
  private static final int TRAINING = 600;
  private static final int SIDE = 6;
  private static final int CLASSES = 4;

  /** Centred, so that the network tells all classes apart. */
  private static final Preprocessing PREPROCESSING =
      new Preprocessing(
          1 / 255.0,
          List.of(0.5),
          List.of(0.25),
          Preprocessing.Layout.NCHW,
          Preprocessing.Channels.GRAY);

  public static TinyExample in(Path folder) {
    Network network = TestModels.mlp(5, SIDE * SIDE, 24, CLASSES);
    Path model = folder.resolve("tiny.onnx");
    NetworkFiles.write(network, model);
    var sidecar = ModelSidecar.of(PREPROCESSING);
    sidecar.writeBeside(model);
    Path data = folder.resolve("data");
    write(network, data, "t10k", TEST, 6);
    write(network, data, "train", TRAINING, 7);
    return new TinyExample(folder, model, data);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  private static void write(Network network, Path data, String part, int count, long seed) {
    var random = new SplittableRandom(seed);
    byte[] pixels = new byte[count * SIDE * SIDE];
    random.nextBytes(pixels);
    Path images = data.resolve(part + "-images-idx3-ubyte");
    write(images, idx(pixels, count, SIDE, SIDE));
    byte[] labels = labels(network, images);
    write(data.resolve(part + "-labels-idx1-ubyte"), idx(labels, count));
  }

  private static byte[] labels(Network network, Path images) {
    var dataset = DataSets.open(images.toString(), Split.TEST, OptionalInt.empty());
    try (var evaluator = Evaluators.open(network, dataset, PREPROCESSING)) {
      int[] said = evaluator.baseline(Progress.none()).predictions();
      byte[] labels = new byte[said.length];
      for (int i = 0; i < said.length; i++) {
        labels[i] = (byte) ((said[i] + (i % 10 == 0 ? 1 : 0)) % CLASSES);
      }
      return labels;
    }
  }

  static byte[] idx(byte[] values, int... dims) {
    var bytes = ByteBuffer.allocate(4 + 4 * dims.length + values.length);
    bytes.put(new byte[] {0, 0, 8, (byte) dims.length});
    for (int dim : dims) {
      bytes.putInt(dim);
    }
    return bytes.put(values).array();
  }

  static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
