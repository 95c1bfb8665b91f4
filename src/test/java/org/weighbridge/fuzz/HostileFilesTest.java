package org.weighbridge.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.checkpoint.io.CheckpointFiles;
import org.weighbridge.container.WbzReader;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.experiment.session.RunLog;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.recipe.RecipeFile;
import org.weighbridge.training.Checkpoint;

/** Files that somebody made to do harm, which random damage would not find. */
class HostileFilesTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  private void everyReader(Path file, String words) {
    Map<String, Runnable> readers =
        Map.of(
            "model", () -> NetworkFiles.read(file),
            "data", () -> DataSets.open(file.toString(), Split.TEST, OptionalInt.empty()),
            "wbz", () -> WbzReader.read(file),
            "session", () -> SessionFile.read(file),
            "run log", () -> RunLog.read(file),
            "configuration", () -> ConfigurationFile.read(file),
            "recipe", () -> RecipeFile.read(file, Map.of()),
            "training", () -> Checkpoint.read(file),
            "checkpoint", () -> CheckpointFiles.read(file, Progress.none()));
    readers.forEach(
        (name, reader) -> {
          var trial =
              new Trial(
                  name + " of " + words,
                  content -> {
                    assertThrows(Fault.class, reader::run, name);
                    reader.run();
                  },
                  size -> 32 << 20);
          trial.run(0, 1, number -> new byte[0]);
          assertEquals(1, trial.refused(), name);
        });
  }

  @Test
  void aFolderIsNoFile() {
    everyReader(folder, "a folder");
  }

  @Test
  void aDeviceWithoutAnEndIsNotRead() {
    var zero = Path.of("/dev/zero");
    if (Files.exists(zero)) {
      everyReader(zero, "a device");
    }
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe");
    try {
      assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    } catch (IOException e) {
      return; // no such thing on this system
    }
    everyReader(pipe, "a pipe");
  }

  @Test
  void aLinkToItselfLeadsNowhere() throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, link);
    everyReader(link, "a link to itself");
  }

  /** Reads what is given with so many bytes of memory at most. */
  private void refused(String name, byte[] content, long most, Trial.Reading reader) {
    var trial = new Trial(name, reader, size -> most);
    trial.run(0, 1, number -> content);
    assertEquals(1, trial.refused(), name + " is read");
  }

  private Path file(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void data(Path file) {
    DataSets.open(file.toString(), Split.TEST, OptionalInt.empty()).hash();
  }

  /** Packs megabytes of one byte. */
  private static byte[] zeros(
      int megabytes, byte value, java.util.function.UnaryOperator<OutputStream> packing)
      throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] some = new byte[MEGABYTE];
    java.util.Arrays.fill(some, value);
    try (OutputStream packed = packing.apply(out)) {
      for (int i = 0; i < megabytes; i++) {
        packed.write(some);
      }
    }
    return out.toByteArray();
  }

  private static OutputStream gzip(OutputStream out) {
    try {
      return new GZIPOutputStream(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static OutputStream zip(OutputStream out, String name) {
    var zip = new ZipOutputStream(out);
    try {
      zip.putNextEntry(new ZipEntry(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return zip;
  }

  @Test
  void bombsOfGzipAreNotUnpacked() throws IOException {
    byte[] zeros = zeros(256, (byte) 0, HostileFilesTest::gzip);
    refused("zeros", zeros, 32 << 20, c -> data(file("t10k-images-idx3-ubyte.gz", c)));
    var idx = new ByteArrayOutputStream();
    try (var gzip = gzip(idx)) {
      gzip.write(new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2});
      for (int i = 0; i < 256; i++) {
        gzip.write(new byte[MEGABYTE]);
      }
    }
    refused("idx", idx.toByteArray(), 32 << 20, c -> data(file("t10k-images-idx3-ubyte.gz", c)));
    // members behind each other, each of which says that all is small
    byte[] many = ByteDamage.joined(zeros, zeros, idx.toByteArray());
    refused("members", many, 32 << 20, c -> data(file("test_batch.bin.gz", c)));
  }

  @Test
  void idxOfTwoThousandMillionItemsTakesNoMemory() {
    for (int dims = 1; dims <= 4; dims++) {
      var idx = ByteBuffer.allocate(4 + 4 * dims + 100).put(new byte[] {0, 0, 8, (byte) dims});
      for (int i = 0; i < dims; i++) {
        idx.putInt(i % 2 == 0 ? Integer.MAX_VALUE : 1 << 30);
      }
      refused("idx", idx.array(), 8 << 20, c -> data(file("t10k-images-idx3-ubyte", c)));
      refused(
          "packed",
          Behind.gzipped(idx.array()),
          8 << 20,
          c -> data(file("t10k-images-idx3-ubyte.gz", c)));
    }
  }

  private static byte[] npy(String header, long length) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(12 + text.length + 64)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0})
        .putInt((int) length)
        .put(text)
        .array();
  }

  @Test
  void arraysOfNumpyThatPromiseTooMuch() throws IOException {
    String head = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }";
    for (String shape :
        List.of(
            "65536, 65536", "2147483647, 2", "99999999999999999999,", "0, 9", "1000000, 1000")) {
      String header = head.formatted(shape);
      byte[] npz = Behind.zipped("x.npy", npy(header, header.length()));
      refused(shape, npz, 16 << 20, c -> data(file("a.npz", c)));
    }
    byte[] long4 = Behind.zipped("x.npy", npy(head, 0xffff_ffffL));
    refused("a header of 4 GB", long4, 16 << 20, c -> data(file("a.npz", c)));
    byte[] zeros = zeros(512, (byte) 0, out -> zip(out, "x.npy"));
    refused("zeros", zeros, 16 << 20, c -> data(file("a.npz", c)));
  }

  @Test
  void archivesWithManyOrStrangeEntries() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : List.of("../x.npy", "/x.npy", "C:\\x.npy", "x.npy/", "..\\y.npy")) {
        zip.putNextEntry(new ZipEntry(name));
      }
      for (int i = 0; i < 20_000; i++) {
        zip.putNextEntry(new ZipEntry("../" + i));
      }
    }
    refused("many", out.toByteArray(), 64 << 20, c -> data(file("a.npz", c)));
    refused("many", out.toByteArray(), 64 << 20, c -> SessionFile.read(file("a.wbsession", c)));
    try (var left = Files.list(folder)) {
      assertEquals(2, left.count(), "something was unpacked");
    }
  }

  @Test
  void sessionsThatBurst() throws IOException {
    byte[] blanks = zeros(400, (byte) ' ', out -> zip(out, "session.json"));
    refused("blanks", blanks, 8 << 20, c -> SessionFile.read(file("a.wbsession", c)));
    byte[] nested = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    refused(
        "nesting",
        Behind.zipped("session.json", nested),
        32 << 20,
        c -> SessionFile.read(file("a.wbsession", c)));
    // the directory says less than there is
    byte[] lying = Behind.zipped("session.json", new byte[4 * MEGABYTE]);
    var view = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
    int directory = view.getInt(lying.length - 6);
    view.putInt(directory + 24, 10);
    refused("lying", lying, 8 << 20, c -> SessionFile.read(file("a.wbsession", c)));
  }

  @Test
  void textsThatNestOrNeverEnd() {
    String deep = "{\"bounds\":" + "{\"a\":".repeat(100_000);
    String wide = "{\"bounds\":{\"" + "x".repeat(10 * MEGABYTE) + "\": \"\u001b[2J\"}}";
    String number = "{\"bounds\":{\"a\": 1e999999999}}";
    for (String text : List.of(deep, wide, number, "[".repeat(100_000))) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      refused("configuration", bytes, 128 << 20, c -> ConfigurationFile.read(file("c.json", c)));
      refused("sidecar", bytes, 128 << 20, c -> sidecar(c));
      refused("recipe", bytes, 128 << 20, c -> recipe(c));
      byte[] log = ("{\"version\":1," + text + "\n").getBytes(StandardCharsets.UTF_8);
      refused("log", log, 256 << 20, c -> RunLog.read(file("a.jsonl", c)));
    }
  }

  private void sidecar(byte[] content) {
    file("m.json", content);
    // what says nothing of a model is another program's
    ModelSidecar.besideModel(folder.resolve("m.onnx"))
        .ifPresentOrElse(
            sidecar -> {},
            () -> {
              throw new Fault("It is passed over.");
            });
  }

  private void recipe(byte[] content) {
    RecipeFile.read(file("r.yaml", content), Map.of());
  }

  @Test
  void bombsOfYaml() {
    var laughs = new StringBuilder("name: a\ndata: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      laughs.append("%s: &%s [".formatted(c, c));
      laughs.append(("*" + (char) (c - 1) + ", ").repeat(9)).append("]\n");
    }
    String self = "name: a\nmodels: &a [*a]\nsteps: &b {x: *b}\n";
    String merge = "name: a\n<<: &a {<<: *a}\n";
    for (String text :
        List.of(
            laughs.toString(),
            self,
            merge,
            "[".repeat(100_000),
            "a: ".repeat(50_000),
            "- ".repeat(100_000),
            "? ".repeat(100_000),
            "x".repeat(MEGABYTE / 4 - 1),
            "\"" + "\\u001b".repeat(100_000) + "\": 1",
            "name: ${name}\nparameters: {name: \"${name}${name}\"}\n")) {
      refused("recipe", text.getBytes(StandardCharsets.UTF_8), 256 << 20, this::recipe);
    }
  }

  @Test
  void messagesThatNestOrPromiseTooMuch() throws IOException {
    byte[] inner = new byte[0];
    for (int i = 0; i < 10_000; i++) { // ModelProto.graph, GraphProto.node, NodeProto.attribute, .g
      var out = new ByteArrayOutputStream();
      var coded = CodedOutputStream.newInstance(out);
      coded.writeByteArray(i % 3 == 0 ? 1 : i % 3 == 1 ? 5 : 6, inner);
      coded.flush();
      inner = out.toByteArray();
    }
    byte[] model = message(7, inner);
    refused("nested", model, 64 << 20, c -> NetworkFiles.read(file("m.onnx", c)));
    byte[] promising = ByteDamage.joined(model, new byte[] {0x3a, -1, -1, -1, -1, 7, 1, 2, 3});
    refused("promising", promising, 64 << 20, c -> NetworkFiles.read(file("m.onnx", c)));
  }

  private static byte[] message(int field, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    var coded = CodedOutputStream.newInstance(out);
    coded.writeInt64(1, 8);
    coded.writeByteArray(field, content);
    coded.flush();
    return out.toByteArray();
  }

  @Test
  void tensorsOfImpossibleSizes() {
    var good = TestModels.mlp(1, 6, 4, 3).model();
    for (long[] dims :
        new long[][] {
          {0, 1L << 62},
          {1L << 31, 1L << 31, 1L << 2},
          {-4, -6},
          {Long.MIN_VALUE, 2},
          {Long.MAX_VALUE, Long.MAX_VALUE},
          {1 << 16, 1 << 16}
        }) {
      for (int type : new int[] {1, 2, 7, 8, 22, 99, -1}) {
        ModelProto.Builder model = good.toBuilder();
        var tensor = model.getGraphBuilder().getInitializerBuilder(0).clearDims().setDataType(type);
        for (long dim : dims) {
          tensor.addDims(dim);
        }
        byte[] bytes = model.build().toByteArray();
        refused("dims", bytes, 8 << 20, c -> NetworkFiles.read(file("m.onnx", c)));
      }
    }
  }

  /** Nothing there is walked along by recursion, and nothing is looked for from each to each. */
  @Test
  void graphsThatAreLongOrGoRound() {
    var good = TestModels.mlp(1, 6, 4, 3).model();
    ModelProto.Builder model = good.toBuilder();
    var graph = model.getGraphBuilder();
    for (int i = 0; i < 100_000; i++) {
      graph.addNodeBuilder().setOpType("Relu").addInput("a" + i).addOutput("a" + (i + 1));
    }
    graph.addNodeBuilder().setOpType("Relu").addInput("a100000").addOutput("a0");
    graph.addNodeBuilder().setOpType("Relu").addInput("self").addOutput("self");
    byte[] bytes = model.build().toByteArray();
    var trial =
        new Trial("a long graph", c -> NetworkFiles.read(file("m.onnx", c)), size -> 128L * size);
    trial.run(0, 1, number -> bytes);
    assertEquals(1, trial.read() + trial.refused());
  }

  @Test
  void dataElsewhereIsNotRead() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path model = TestModels.externalData(inside, TestModels.mlp(5, 6, 4, 3));
    Path data = outside.resolve("model.data");
    Files.move(inside.resolve("model.data"), data);
    Files.createSymbolicLink(inside.resolve("link.data"), data);
    Files.createSymbolicLink(inside.resolve("way"), outside);
    var good = ModelProto.parseFrom(Files.readAllBytes(model));
    for (String location :
        List.of(
            "../outside/model.data",
            data.toString(),
            "link.data",
            "way/model.data",
            "/dev/zero",
            ".",
            "",
            "./../outside/model.data",
            "a\0b",
            "\u001b[2J")) {
      ModelProto.Builder bad = good.toBuilder();
      bad.getGraphBuilder()
          .getInitializerBuilderList()
          .forEach(tensor -> tensor.getExternalDataBuilder(0).setValue(location));
      byte[] bytes = bad.build().toByteArray();
      refused(
          location,
          bytes,
          8 << 20,
          c -> NetworkFiles.read(Files.write(inside.resolve("m.onnx"), c)));
      refused(
          location,
          bytes,
          8 << 20,
          c -> CheckpointFiles.read(Files.write(inside.resolve("m.onnx"), c), Progress.none()));
      String index =
          "{\"weight_map\": {\"a\": \"%s\"}}"
              .formatted(location.replace("\0", "\\u0000").replace("\u001b", "\\u001b"));
      refused(
          location,
          index.getBytes(StandardCharsets.UTF_8),
          8 << 20,
          c ->
              CheckpointFiles.read(
                  Files.write(inside.resolve("m.safetensors.index.json"), c), Progress.none()));
    }
  }
}
