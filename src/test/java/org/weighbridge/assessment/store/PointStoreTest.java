package org.weighbridge.assessment.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.assessment.MeasuredLoss;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.inference.MarginNoise;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

class PointStoreTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  private static final LayerId STRANGE = new LayerId("a layer/with\n\t% änything");
  private static final Network NETWORK = TestModels.mlp(1, 9, 8, 4);
  private static final Dataset SAMPLES = DataSets.open("digits", Split.TEST, OptionalInt.of(5));
  private static final Preprocessing PIXELS = Preprocessing.unitInterval();

  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  @Test
  void whatWasLearntComesBackBitByBit() {
    var random = new SplittableRandom(4);
    var before = open();
    var losses = new ArrayList<MeasuredLoss>();
    for (int i = 0; i < 200; i++) {
      var loss =
          new MeasuredLoss(
              new Accuracy(
                  10_000,
                  random.nextInt(10_000),
                  i % 3 == 0 ? Accuracy.Kind.AGREEMENT : Accuracy.Kind.LABELS),
              new Loss(anyDouble(random), anyDouble(random)),
              new Flips(random.nextInt(99), random.nextInt(99)),
              anyDouble(random));
      losses.add(loss);
      before.learn(i % 2 == 0 ? FC1 : STRANGE, 1e-3 * (i + 1), loss);
      before.learn(i % 2 == 0 ? FC1 : STRANGE, 1e-3 * (i + 1), 1L << (i % 60));
    }
    for (int i = 0; i < 200; i++) {
      var layer = i % 2 == 0 ? FC1 : STRANGE;
      assertEquals(losses.get(i), open().loss(layer, 1e-3 * (i + 1)).orElseThrow(), "seed 4");
      assertEquals(1L << (i % 60), open().bytes(layer, 1e-3 * (i + 1)).orElseThrow());
    }
    assertEquals(100, open().curve(FC1).points().size());
    assertEquals(losses.getFirst().at("sz", 1e-3, 1), open().curve(FC1).points().getFirst());
    assertEquals(Optional.empty(), open().loss(FC1, 7));
  }

  private static double anyDouble(SplittableRandom random) {
    return random.nextInt(9) == 0 ? Double.NaN : Double.longBitsToDouble(random.nextLong());
  }

  @Test
  void halfAPointIsNoPoint() {
    var known = open();
    known.learn(FC1, 0.1, loss(30));
    known.learn(FC1, 0.2, 77);
    assertEquals(List.of(), open().curve(FC1).points());
    assertEquals(30, open().loss(FC1, 0.1).orElseThrow().accuracy().correct());
    assertEquals(OptionalLong.of(77), open().bytes(FC1, 0.2));
  }

  @Test
  void damagedLinesAreIgnoredAndTheOthersKept() throws IOException {
    var known = open();
    for (int i = 1; i <= 20; i++) {
      known.learn(FC1, i, loss(i));
    }
    var file = only("loss");
    byte[] whole = Files.readAllBytes(file);
    var random = new SplittableRandom(5);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      var read = open();
      int right = 0;
      for (int i = 1; i <= 20; i++) {
        var loss = read.loss(FC1, i);
        right += loss.isPresent() && loss.get().equals(loss(i)) ? 1 : 0;
        assertTrue(loss.isEmpty() || loss.get().equals(loss(i)), "seed 5, round " + round);
      }
      assertTrue(right >= 18, "seed 5, round " + round + ": " + right); // a line break joins two
    }
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20)); // killed while writing
    open().learn(FC1, 99, loss(99));
    assertEquals(Optional.empty(), open().loss(FC1, 20));
    assertEquals(loss(99), open().loss(FC1, 99).orElseThrow());
  }

  @Test
  void nonsenseIsIgnored() throws IOException {
    open().learn(FC1, 1, loss(1));
    var random = new SplittableRandom(6);
    byte[] noise = new byte[100_000];
    random.nextBytes(noise);
    Files.write(only("loss"), noise);
    assertEquals(List.of(), open().curve(FC1).points());
    assertThrows(IllegalArgumentException.class, () -> PointText.parse("no line at all"));
    assertThrows(IllegalArgumentException.class, () -> PointText.parse(""));
  }

  @Test
  void severalWritersLoseNothing() {
    var writers = IntStream.range(0, 4).mapToObj(i -> open()).toList();
    IntStream.range(0, 400)
        .parallel()
        .forEach(i -> writers.get(i % 4).learn(FC1, 1.0 + i, loss(i)));
    var read = open();
    for (int i = 0; i < 400; i++) {
      assertEquals(loss(i), read.loss(FC1, 1.0 + i).orElseThrow());
    }
  }

  @Test
  void everythingThatALossDependsOnTellsItApart() {
    var pruned = new Tensor(NETWORK.layers().getFirst().shape(), new float[72]);
    var networks = List.of(NETWORK, NETWORK.withWeights(Map.of(FC1, pruned)));
    var samples = List.of(SAMPLES, SAMPLES.limit(4), labelledOtherwise());
    var noises = List.of(Optional.<MarginNoise>empty(), Optional.of(new MarginNoise(1.5)));
    var seen = new ArrayList<String>();
    for (var network : networks) {
      for (var data : samples) {
        for (var pixels : List.of(PIXELS, scaled(PIXELS))) {
          for (var noise : noises) {
            var here = new Circumstances(network, data, pixels, noise);
            seen.add(here.network(Progress.none()) + here.samples());
          }
        }
      }
    }
    assertEquals(24, seen.stream().distinct().count());
    open().learn(FC1, 1, loss(1));
    assertFalse(open(Effort.MAX, BelowBound.DROP).loss(FC1, 1).isEmpty(), "losses know no effort");
    assertTrue(open(Effort.FAST, BelowBound.KEEP).loss(FC1, 1).isEmpty());
  }

  @Test
  void sizesDependOnTheEffortAndNotOnTheSamples() {
    open().learn(FC1, 1, 50);
    assertTrue(open(Effort.MAX, BelowBound.DROP).bytes(FC1, 1).isEmpty());
    var fewer = new Circumstances(NETWORK, SAMPLES.limit(2), PIXELS, Optional.empty());
    assertEquals(50, open(fewer, Effort.FAST, BelowBound.DROP).bytes(FC1, 1).orElseThrow());
  }

  @Test
  void aFolderThatTakesNothingIsSaidOnce() throws IOException {
    folder = Files.writeString(folder.resolve("file"), "in the way");
    var known = open();
    known.learn(FC1, 1, loss(1));
    known.learn(FC1, 2, loss(2));
    assertEquals(loss(1), known.loss(FC1, 1).orElseThrow(), "in memory it is known all the same");
    assertEquals(1, notices.size(), notices.toString());
    assertTrue(notices.getFirst().contains(folder.toString()), notices.getFirst());
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() throws IOException {
    for (int i = 0; i < 5; i++) {
      var file = Files.writeString(folder.resolve(i + ".loss"), "x".repeat(5000));
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 - 100 * i)));
    }
    var other = Files.writeString(folder.resolve("notes.txt"), "x".repeat(50_000));
    LeastRecentlyUsed.touch(folder.resolve("4.loss"));
    LeastRecentlyUsed.trim(folder, 3 * 8192);
    var left = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(left::add);
    }
    assertEquals(List.of("0.loss", "1.loss", "4.loss", "notes.txt"), left);
    assertTrue(Files.exists(other), "what is not ours stays");
  }

  @Test
  void anotherProgramIsAnotherHash() throws IOException {
    var jar = Files.writeString(folder.resolve("a.jar"), "one");
    String one = Program.hash(jar);
    Files.writeString(jar, "two");
    assertFalse(one.equals(Program.hash(jar)));
    var classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(classes.resolve("A.class"), "one");
    String before = Program.hash(classes);
    assertEquals(before, Program.hash(classes));
    Files.writeString(classes.resolve("A.class"), "two");
    assertFalse(before.equals(Program.hash(classes)));
    assertTrue(Program.HASH.isPresent());
  }

  @Test
  void withoutAStoreNothingIsKept() {
    var circumstances = new Circumstances(NETWORK, SAMPLES, PIXELS, Optional.empty());
    var off =
        PointStore.off()
            .open(
                circumstances,
                Codecs.byId(Codecs.DEFAULT),
                Effort.FAST,
                BelowBound.DROP,
                Progress.none());
    off.learn(FC1, 1, loss(1));
    assertEquals(Optional.empty(), off.loss(FC1, 1));
  }

  private KnownPoints open() {
    return open(Effort.FAST, BelowBound.DROP);
  }

  private KnownPoints open(Effort effort, BelowBound belowBound) {
    return open(new Circumstances(NETWORK, SAMPLES, PIXELS, Optional.empty()), effort, belowBound);
  }

  private KnownPoints open(Circumstances circumstances, Effort effort, BelowBound belowBound) {
    return new PointStore(folder, notices::add)
        .open(circumstances, Codecs.byId(Codecs.DEFAULT), effort, belowBound, Progress.none());
  }

  private Path only(String kind) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*." + kind)) {
      return files.iterator().next();
    }
  }

  private static MeasuredLoss loss(int correct) {
    return new MeasuredLoss(
        new Accuracy(1000, correct, Accuracy.Kind.LABELS),
        new Loss(correct / 7.0, 0.1),
        new Flips(correct, 1),
        1e-3);
  }

  private static Dataset labelledOtherwise() {
    return DataSets.open("digits:2", Split.TEST, OptionalInt.of(5));
  }

  private static Preprocessing scaled(Preprocessing before) {
    UnaryOperator<Double> twice = scale -> 2 * scale;
    return new Preprocessing(
        twice.apply(before.scale()),
        before.mean(),
        before.std(),
        before.layout(),
        before.channels());
  }
}
