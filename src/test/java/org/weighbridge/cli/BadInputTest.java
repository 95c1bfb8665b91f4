package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.weighbridge.cli.Typed.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;

/** Bad input: one clear sentence, exit code 1, nothing written. */
class BadInputTest {
  @TempDir private Path folder;
  private TinyExample tiny;
  private Path out;

  @BeforeEach
  void makeExample() {
    tiny = TinyExample.in(folder);
    out = folder.resolve("out");
  }

  @AfterEach
  void nothingIsWritten() throws IOException {
    if (Files.isDirectory(out)) {
      try (var files = Files.list(out)) {
        assertEquals(new TreeSet<>(), files.collect(Collectors.toCollection(TreeSet::new)));
      }
    } else {
      assertFalse(Files.exists(out));
    }
  }

  @Test
  void missingFiles() {
    type("inspect", tiny.file("none.onnx")).refused("none.onnx");
    type("decode", tiny.file("none.wbz"), "-o", out).refused("none.wbz");
    type("evaluate", tiny.model(), "--data", tiny.file("nowhere")).refused("nowhere");
    type("encode", tiny.model(), "-o", out, "--config", tiny.file("none.json"))
        .refused("none.json");
  }

  @Test
  void truncatedOnnx() throws IOException {
    byte[] whole = Files.readAllBytes(tiny.model());
    for (int length : new int[] {0, 1, 17, whole.length / 2, whole.length - 1}) {
      Path cut = TinyExample.write(tiny.file("cut.onnx"), Arrays.copyOf(whole, length));
      type("encode", cut, "-o", out).refused("cut.onnx");
    }
  }

  @Test
  void textNamedOnnx() throws IOException {
    Path text = Files.writeString(tiny.file("text.onnx"), "This is no model.\n");
    type("inspect", text).refused("text.onnx");
  }

  @Test
  void externalDataMissing() throws IOException {
    Path model =
        TestModels.externalData(
            Files.createDirectory(tiny.file("external")), TestModels.mlp(1, 36, 8, 4));
    Files.delete(model.resolveSibling("model.data"));
    type("encode", model, "-o", out).refused("model.data");
  }

  @Test
  void countsDiffer() {
    TinyExample.write(
        tiny.data().resolve("t10k-labels-idx1-ubyte"), TinyExample.idx(new byte[199], 199));
    type("evaluate", tiny.model(), "--data", tiny.data()).refused("200", "199");
    type("encode", tiny.model(), "-o", out, "--data", tiny.data(), "--bound", "0.1")
        .refused("200", "199");
  }

  @Test
  void labelsOutsideTheClasses() {
    byte[] labels = new byte[TinyExample.TEST];
    labels[3] = 4;
    TinyExample.write(
        tiny.data().resolve("t10k-labels-idx1-ubyte"), TinyExample.idx(labels, labels.length));
    type("evaluate", tiny.model(), "--data", tiny.data()).refused("label 4", "0 to 3");
  }

  @Test
  void shapeThatDoesNotFit() {
    TinyExample.write(
        tiny.data().resolve("t10k-images-idx3-ubyte"),
        TinyExample.idx(new byte[200 * 49], 200, 7, 7));
    type("evaluate", tiny.model(), "--data", tiny.data()).refused("7 × 7");
  }

  @Test
  void foldersThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(tiny.file("file"), "in the way");
    type("encode", tiny.model(), "-o", file.resolve("x.wbz")).refused("x.wbz");
    type("encode", tiny.model(), "-o", folder).refused("is a folder");
    assertEquals("in the way", Files.readString(file));
  }

  @Test
  void folderWithoutRights() throws IOException {
    Path locked = Files.createDirectory(tiny.file("locked"));
    assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "root may write");
    type("encode", tiny.model(), "-o", locked.resolve("x.wbz")).refused("locked", "denied");
  }

  @Test
  void everyFlippedBitOfAnEncodedModel() throws IOException {
    Path wbz = tiny.file("tiny.wbz");
    type("encode", tiny.model(), "-o", wbz, "--bound", "0.05").done();
    byte[] whole = Files.readAllBytes(wbz);
    var random = new SplittableRandom(11);
    Path flipped = tiny.file("flipped.wbz");
    for (int i = 0; i < 200; i++) {
      int bit = random.nextInt(8 * whole.length);
      byte[] bytes = whole.clone();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(flipped, bytes);
      type("decode", flipped, "-o", out).refused("flipped.wbz");
      type("verify", flipped, tiny.model()).refused("flipped.wbz");
    }
    for (int length : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
      Files.write(flipped, Arrays.copyOf(whole, length));
      type("decode", flipped, "-o", out).refused("flipped.wbz");
    }
  }

  @Test
  void encodedModelTakenForAnOnnxFileAndTheOtherWayRound() {
    Path wbz = tiny.file("tiny.wbz");
    type("encode", tiny.model(), "-o", wbz).done();
    type("inspect", wbz).refused("tiny.wbz");
    type("decode", tiny.model(), "-o", out).refused("tiny.onnx");
  }

  @Test
  void brokenConfiguration() throws IOException {
    Path config = Files.writeString(tiny.file("c.json"), "{\"bounds\": {\"fc1.weight\": -1}}");
    type("encode", tiny.model(), "-o", out, "--config", config).refused("c.json");
  }

  @Test
  void diskThatFillsUp() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(tiny.file("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4k", "none", disk), "cannot mount a disk");
    try {
      Path large = tiny.file("large.onnx");
      NetworkFiles.write(TestModels.mlp(1, 36, 400, 4), large);
      type("encode", large, "-o", disk.resolve("large.wbz"), "--bound", "1e-6")
          .refused("large.wbz", "the disk is full");
      try (var files = Files.walk(disk)) {
        assertEquals(0, files.filter(Files::isRegularFile).count());
      }
    } finally {
      run("umount", disk);
    }
  }

  private static boolean run(Object... words) throws IOException, InterruptedException {
    try {
      var command = Arrays.stream(words).map(Object::toString).toList();
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
