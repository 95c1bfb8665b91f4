package org.weighbridge.checkpoint.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.MappedCheckpoint;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.Psnr;
import org.weighbridge.codec.Setting;
import org.weighbridge.codec.Spread;
import org.weighbridge.container.WbzReader;
import org.weighbridge.container.stream.StreamReader;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

class CheckpointCodingTest {
  private static final long SEED = 107;

  @TempDir Path folder;

  private Checkpoint original;
  private Path wbz;
  private Path decoded;

  private EncodedCheckpoint encode(CodingPlan plan) {
    wbz = folder.resolve("x.wbz");
    return CheckpointEncoder.encode(original, plan, wbz, Progress.none());
  }

  private EncodedCheckpoint encode(String setting) {
    original = SmallCheckpoint.write(folder.resolve("in"), SEED);
    return encode(SmallCheckpoint.plan(original, setting));
  }

  /** The decoded files as a checkpoint of the same layout. */
  private Checkpoint decode() {
    decoded = folder.resolve("out");
    var files = CheckpointDecoder.decode(wbz, decoded, Progress.none());
    var again =
        original.files().stream()
            .map(
                file ->
                    new org.weighbridge.checkpoint.CheckpointFile(
                        file.name(), decoded.resolve(file.name()), file.size()))
            .toList();
    assertEquals(again.stream().map(f -> f.path().toAbsolutePath()).toList(), files);
    return new Checkpoint(original.name(), original.format(), again, original.tensors());
  }

  private static float[] values(Checkpoint checkpoint, StoredTensor tensor) {
    try (var mapped = new MappedCheckpoint(checkpoint)) {
      return mapped.floats(tensor, 0, (int) tensor.size());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-4, 1e-3, 0.01, 0.1, 5})
  void everyWrittenValueKeepsTheBound(double bound) {
    encode(String.valueOf(bound));
    var again = decode();
    for (var layer : original.layers()) {
      float[] before = values(original, layer);
      float[] after = values(again, layer);
      var check = BoundCheck.of(before, after, bound);
      assertTrue(check.ok(), () -> layer.name() + " " + check + ", seed " + SEED);
    }
    var verified = CheckpointVerifier.verify(wbz, original, Progress.none());
    assertTrue(verified.ok() && verified.sameSource(), verified::toString);
    assertEquals(original.layers().size(), verified.tensors().size());
  }

  @Test
  void whatIsNotCodedIsByteIdentical() throws IOException {
    encode("0.01");
    var again = decode();
    for (int i = 0; i < 2; i++) {
      byte[] before = Files.readAllBytes(original.files().get(i).path());
      byte[] after = Files.readAllBytes(again.files().get(i).path());
      assertFalse(java.util.Arrays.equals(before, after));
      for (var layer : original.layers()) {
        if (layer.file() == i) {
          int from = (int) layer.offset();
          System.arraycopy(before, from, after, from, (int) layer.bytes());
        }
      }
      assertArrayEquals(before, after);
    }
  }

  @Test
  void boundsOfPartsOfTheRangeAreOfTheWholeTensor() {
    original = SmallCheckpoint.write(folder.resolve("in"), SEED, false);
    var made = encode(SmallCheckpoint.plan(original, "rel:0.01"));
    for (int i = 0; i < made.tensors().size(); i++) {
      var spread = Spread.of(values(original, original.layers().get(i)));
      double most = 0.01 * spread.range();
      double bound = made.tensors().get(i).bound();
      assertTrue(bound <= most && bound > 0.999 * most, bound + " of " + most);
    }
  }

  @Test
  void signalToNoiseRatiosAreReachedByWholeTensorsAsWritten() {
    original = SmallCheckpoint.write(folder.resolve("in"), SEED, false);
    encode(SmallCheckpoint.plan(original, "psnr:45"));
    var again = decode();
    for (var layer : original.layers()) {
      double psnr = Psnr.of(values(original, layer), values(again, layer));
      assertTrue(psnr >= 45 && psnr < 60, layer.name() + " " + psnr);
    }
  }

  @Test
  void codecsThatKeepNoBoundSayWhatTheyReached() {
    original = SmallCheckpoint.write(folder.resolve("in"), SEED, false);
    var plan =
        SmallCheckpoint.plan(
            Map.of(
                "half0", new TensorCoding("linear", Setting.parse("bits:6")),
                "dense1", new TensorCoding("codebook", Setting.parse("bits:4")),
                "bias1", new TensorCoding("fp16", Setting.parse("none"))));
    encode(plan);
    var verified = CheckpointVerifier.verify(wbz, original, Progress.none());
    assertTrue(verified.ok(), verified::toString);
    assertEquals(
        List.of("half0", "dense1", "bias1"),
        verified.tensors().stream().map(CheckpointVerification.CheckedTensor::name).toList());
    assertTrue(verified.tensors().stream().allMatch(t -> t.maxError() > 0));
  }

  @Test
  void oneTensorIsReadAlone() throws IOException {
    encode("0.01");
    var again = decode();
    Path npy = folder.resolve("t.npy");
    assertEquals(
        List.of(30L, 7L, 3L), CheckpointDecoder.tensor(wbz, "half1", npy, Progress.none()));
    var layer = original.layers().stream().filter(t -> t.name().equals("half1")).findFirst();
    float[] expected = values(again, layer.orElseThrow());
    var bytes = java.nio.ByteBuffer.wrap(Files.readAllBytes(npy));
    var floats = bytes.order(java.nio.ByteOrder.LITTLE_ENDIAN).position(128).asFloatBuffer();
    float[] found = new float[floats.remaining()];
    floats.get(found);
    assertArrayEquals(expected, found);
    var fault =
        assertThrows(
            Fault.class, () -> CheckpointDecoder.tensor(wbz, "bias1", npy, Progress.none()));
    assertTrue(fault.sentence().contains("it has dense0, half0"), fault::sentence);
  }

  @Test
  void aFileSaysWhatItWasMadeOf() throws Exception {
    encode("0.01");
    try (var reader = StreamReader.open(wbz)) {
      for (int i = 0; i < 2; i++) {
        byte[] bytes = Files.readAllBytes(original.files().get(i).path());
        var sha = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        assertEquals(HexFormat.of().formatHex(sha), reader.hashes().get(i));
      }
    }
    var fault = assertThrows(Fault.class, () -> WbzReader.read(wbz));
    assertTrue(fault.sentence().contains("weighbridge decode"), fault::sentence);
  }

  @Test
  void anotherOriginalIsSeen() throws IOException {
    encode("0.01");
    var dense = original.layers().getFirst();
    try (var file = new RandomAccessFile(original.files().getFirst().path().toFile(), "rw")) {
      file.seek(dense.offset() + 3);
      file.write(0x41);
      file.seek(0);
      file.write(file.read() ^ 1);
    }
    var verified = CheckpointVerifier.verify(wbz, original, Progress.none());
    assertFalse(verified.sameSource());
    assertTrue(verified.violations() == 1 && verified.differingBytes() > 0, verified::toString);
  }

  @Test
  void aSingleFileIsDecodedToAFileOrIntoAFolder() throws IOException {
    original = SmallCheckpoint.write(folder.resolve("in"), SEED);
    original =
        new Checkpoint(
            "one",
            "by hand",
            original.files().subList(0, 1),
            original.tensors().stream().filter(t -> t.file() == 0).toList());
    encode(SmallCheckpoint.plan(original, "0.01"));
    Path file = folder.resolve("one.bin");
    assertEquals(List.of(file), CheckpointDecoder.decode(wbz, file, Progress.none()));
    Path into = Files.createDirectory(folder.resolve("into"));
    assertEquals(
        List.of(into.resolve("model-1.bin")), CheckpointDecoder.decode(wbz, into, Progress.none()));
    assertEquals(-1, Files.mismatch(file, into.resolve("model-1.bin")));
    try (var left = Files.list(folder)) {
      assertTrue(left.noneMatch(path -> path.getFileName().toString().endsWith(".part")));
    }
  }

  @Test
  void whatCannotBeCodedIsRefused() {
    original = SmallCheckpoint.write(folder.resolve("in"), SEED);
    var coding = new TensorCoding("sz", Setting.parse("0.01"));
    assertTrue(refused(Map.of("nobody", coding)).contains("no tensor nobody"));
    assertTrue(
        refused(Map.of("half0", new TensorCoding("sz", Setting.parse("bits:3"))))
            .contains("cannot be set"));
  }

  private String refused(Map<String, TensorCoding> tensors) {
    return assertThrows(Fault.class, () -> encode(SmallCheckpoint.plan(tensors))).sentence();
  }

  @Test
  void halfTheBoundIsTheLeastThatRoundingLeaves() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 200_000; i++) {
      var type =
          random.nextBoolean()
              ? org.weighbridge.checkpoint.ElementType.FLOAT16
              : org.weighbridge.checkpoint.ElementType.BFLOAT16;
      float largest = (float) Math.pow(10, random.nextDouble(-8, 4.8));
      float x = type.round((float) random.nextDouble(-largest, largest));
      double bound = largest * Math.pow(10, random.nextDouble(-5, 0.5));
      double inner = RoundedBound.of(type, bound, largest);
      float y = (float) (x + inner * random.nextDouble(-1, 1));
      if (Math.abs((double) y - x) <= inner) {
        float z = Written.round(type, new float[] {y})[0];
        assertTrue(
            Math.abs((double) z - x) <= bound,
            () -> "%s %s %s %s, seed %d".formatted(type, x, z, bound, SEED));
      }
    }
  }
}
