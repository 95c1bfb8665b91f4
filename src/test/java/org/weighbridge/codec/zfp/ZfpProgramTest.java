package org.weighbridge.codec.zfp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;

/**
 * The zfp program's streams and decoded values are ours, bit for bit. Its path may be given as the
 * system property {@code zfp}.
 */
class ZfpProgramTest {
  private static final double[] TOLERANCES = {1e-6, 0.01, 1e3};

  @TempDir Path folder;

  @SuppressWarnings("ArrayRecordComponent")
  private record Case(String name, float[] values, Grid grid) {}

  @TestFactory
  Stream<DynamicTest> writesTheSameStreams() {
    var program = program();
    return cases().stream()
        .flatMap(
            c ->
                Arrays.stream(TOLERANCES)
                    .mapToObj(
                        tolerance ->
                            DynamicTest.dynamicTest(
                                c.name() + " at " + tolerance,
                                () -> check(program, c, tolerance))));
  }

  private void check(Path program, Case of, double tolerance)
      throws IOException, InterruptedException {
    var values = of.values();
    var raw = folder.resolve("raw");
    var packed = folder.resolve("packed");
    var unpacked = folder.resolve("unpacked");
    Files.write(raw, bytes(values));
    var command = new ArrayList<>(List.of(program.toString(), "-q", "-f"));
    var grid = of.grid();
    command.addAll(
        grid.dimensions() == 1
            ? List.of("-1", "" + grid.columns())
            : List.of("-2", "" + grid.columns(), "" + grid.rows()));
    command.addAll(List.of("-a", "" + tolerance, "-i", "" + raw));
    command.addAll(List.of("-z", "" + packed, "-o", "" + unpacked));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), said);
    assertEquals(0, process.exitValue(), said);

    float[] decoded = new float[values.length];
    var stream = ZfpStream.encode(values, grid, tolerance, decoded, Progress.none());
    byte[] theirs = Files.readAllBytes(packed);
    // Debian's library is built with words of 8 bits, others fill up words of 64
    int filling = theirs.length - stream.bits().length;
    assertTrue(filling >= 0 && filling < Long.BYTES, filling + " bytes more than ours");
    assertArrayEquals(theirs, Arrays.copyOf(stream.bits(), theirs.length));
    assertArrayEquals(Files.readAllBytes(unpacked), bytes(decoded));
    assertArrayEquals(bytes(decoded), bytes(stream.decode(grid, tolerance, Progress.none())));
  }

  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    for (var kind : new Kind[] {Kind.UNIFORM, Kind.LAPLACE, Kind.HEAVY_TAILED}) {
      for (double density : new double[] {0.1, 1}) {
        for (int[] shape : new int[][] {{6, 43}, {33, 64}}) {
          var weights = TestWeights.random(kind, Shape.of(shape), density, 5).values();
          String name = kind + " " + shape[0] + " × " + shape[1] + " density " + density;
          cases.add(new Case(name + " 2-D", weights, Grid.matrix(shape[0], shape[1])));
          cases.add(new Case(name + " 1-D", weights, Grid.vector(weights.length)));
        }
      }
    }
    var large = TestWeights.random(Kind.LAPLACE, Shape.of(530, 600), 1, 6).values();
    cases.add(new Case("several chunks 2-D", large, Grid.matrix(530, 600)));
    cases.add(new Case("several chunks 1-D", large, Grid.vector(530 * 600)));
    cases.add(new Case("smooth 2-D", smooth(), Grid.matrix(90, 70)));
    cases.add(new Case("smooth 1-D", smooth(), Grid.vector(90 * 70)));
    return cases;
  }

  private static float[] smooth() {
    var random = new Random(3);
    float[] values = new float[90 * 70];
    for (int i = 0; i < values.length; i++) {
      double wave = StrictMath.sin(0.07 * (i % 70)) * StrictMath.cos(0.05 * (i / 70.0));
      values[i] = (float) (wave + 1e-4 * random.nextGaussian());
    }
    return values;
  }

  private static byte[] bytes(float[] values) {
    var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** Skips the test where there is none. */
  private static Path program() {
    var folders = System.getenv().getOrDefault("PATH", "").split(":");
    var found =
        Stream.concat(
                Stream.ofNullable(System.getProperty("zfp")).map(Path::of),
                Arrays.stream(folders).map(folder -> Path.of(folder, "zfp")))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "there is no zfp program on the PATH");
    return found.orElseThrow();
  }
}
