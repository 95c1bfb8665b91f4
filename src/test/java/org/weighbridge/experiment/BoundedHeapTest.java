package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.network.TestModels;

/** Work on one layer of a model that is larger than the heap. */
@Tag("slow")
class BoundedHeapTest {
  private static final long SEED = 108;
  private static final int LAYERS = 75;
  private static final int WIDTH = 1024; // layers of 4 MB
  private static final int SAMPLES = 64;

  @TempDir Path folder;

  @Test
  void assessesAndEncodesOneLayerOf300MegabytesIn128() throws IOException, InterruptedException {
    Path model = model();
    Path data = samples();
    run("inspect", model.toString());
    run(
        "assess",
        model.toString(),
        "--data",
        data.toString(),
        "--layers",
        "fc7.weight",
        "--grid",
        "1e-3:1e-2:2",
        "--no-cache");
    Path encoded = folder.resolve("model.wbz");
    run("encode", model.toString(), "-o", encoded.toString(), "--bounds", "fc7.weight=0.001");
    assertTrue(Files.size(encoded) > 200L << 20, "the others are carried along");
    run("verify", encoded.toString(), model.toString());
    assertTrue(
        refusal("decode", encoded.toString(), "-o", folder.resolve("back.onnx").toString())
            .matches(
                "weighbridge: \\S+ unpacks to 3\\d\\d MB, more than Java's \\d+ MB .*--stream.*\\s*"));
  }

  private static void run(String... verb) throws IOException, InterruptedException {
    var said = new StringBuilder();
    assertEquals(0, exit(said, verb), said::toString);
  }

  private static String refusal(String... verb) throws IOException, InterruptedException {
    var said = new StringBuilder();
    assertEquals(1, exit(said, verb), said::toString);
    return said.toString();
  }

  private static int exit(StringBuilder said, String... verb)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.weighbridge.Main");
    command.addAll(List.of(verb));
    var child = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = child.start();
    said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }

  /** A chain of layers, each one the same random data but for one that leads to ten classes. */
  private Path model() throws IOException {
    ModelProto small = TestModels.mlp(SEED, widths()).model();
    var model = small.toBuilder();
    try (var data = Files.newOutputStream(folder.resolve("model.data"))) {
      long at = 0;
      for (TensorProto.Builder tensor : model.getGraphBuilder().getInitializerBuilderList()) {
        tensor
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(entry("location", "model.data"))
            .addExternalData(entry("offset", Long.toString(at)));
        at += tensor.getRawData().size();
        tensor.getRawData().writeTo(data);
        tensor.clearRawData();
      }
    }
    return Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
  }

  private static int[] widths() {
    int[] widths = new int[LAYERS + 2];
    Arrays.fill(widths, WIDTH);
    widths[LAYERS + 1] = 10;
    return widths;
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private Path samples() throws IOException {
    Path file = folder.resolve("samples.npz");
    var random = new Random(SEED);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      var values = ByteBuffer.allocate(4 * SAMPLES * WIDTH).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < SAMPLES * WIDTH; i++) {
        values.putFloat((float) random.nextGaussian());
      }
      entry(zip, "x", "<f4", "(%d, %d)".formatted(SAMPLES, WIDTH), values.array());
      var labels = new byte[SAMPLES];
      for (int i = 0; i < SAMPLES; i++) {
        labels[i] = (byte) random.nextInt(10);
      }
      entry(zip, "y", "|u1", "(%d,)".formatted(SAMPLES), labels);
    }
    return file;
  }

  /** One array as NumPy writes it. */
  private static void entry(
      ZipOutputStream zip, String name, String type, String shape, byte[] values)
      throws IOException {
    String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    byte[] head = "%-117s\n".formatted(text).getBytes(StandardCharsets.US_ASCII);
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) head.length, 0});
    zip.write(head);
    zip.write(values);
    zip.closeEntry();
  }
}
