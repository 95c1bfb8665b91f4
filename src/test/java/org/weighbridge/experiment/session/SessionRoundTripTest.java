package org.weighbridge.experiment.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.assessment.PointKey;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Setting;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.experiment.Run;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

/** Whatever a session holds comes back, bit for bit. */
class SessionRoundTripTest {
  private static final int SESSIONS = 60;

  @TempDir Path folder;

  @Test
  void anyStateComesBack() {
    for (int seed = 0; seed < SESSIONS; seed++) {
      var state = new Made(new SplittableRandom(seed)).state();
      Path file = folder.resolve("any.wbsession");
      SessionFile.write(new Session(state, List.of()), file);
      assertEquals(state.in(file), SessionFile.readState(file), "seed " + seed);
      assertTrue(state.sameWork(SessionFile.readState(file)), "seed " + seed);
    }
  }

  @Test
  void anyRunComesBackFromALog() {
    Path log = folder.resolve("any.jsonl");
    var logged = new ArrayList<LoggedRun>();
    for (int seed = 0; seed < SESSIONS; seed++) {
      var made = new Made(new SplittableRandom(seed));
      logged.add(
          new LoggedRun(
              made.text(), made.text(), made.text(), made.maybe(made.text()), made.run(1)));
      RunLog.append(log, logged.getLast());
    }
    assertEquals(logged, RunLog.read(log));
  }

  /** Values of one seed. */
  private record Made(SplittableRandom random) {
    private static final List<String> CODECS = List.of("sz", "deepsz", "codebook", "zfp");

    SessionState state() {
      var runs = IntStream.range(0, random.nextInt(4)).mapToObj(i -> run(i + 1)).toList();
      return new SessionState(
          new SessionState.Model("/" + text(), Optional.empty(), text()),
          maybe(text()),
          maybe(new SessionState.Data(text(), Optional.empty(), Map.of(Split.VALIDATION, text()))),
          List.of(),
          runs,
          runs.isEmpty() ? Optional.empty() : maybe(1 + random.nextInt(runs.size())),
          new SessionState.Chosen(0, pruning(), configuration()),
          100 * random.nextDouble(),
          IntStream.range(0, random.nextInt(3)).mapToObj(i -> curves()).toList(),
          new SessionState.View(maybe(layer()), Map.of(text(), text())));
    }

    Run run(int number) {
      return new Run(
          number,
          Instant.ofEpochSecond(random.nextLong(1L << 33), random.nextInt(1_000_000_000)),
          any(Run.Origin.values()),
          text(),
          0,
          pruning(),
          configuration(),
          maybe(new MeasuredAccuracy(accuracy(), flips(), loss(), number(), number())),
          new MeasuredFile(
              List.of(),
              random.nextLong(1L << 50),
              number(),
              number(),
              number(),
              random.nextLong(1L << 40),
              random.nextLong(1L << 40)),
          text(),
          List.of(text()));
    }

    private SessionState.Curves curves() {
      var points =
          IntStream.range(0, random.nextInt(5))
              .mapToObj(
                  i ->
                      new AssessmentPoint(
                          "sz",
                          random.nextDouble(),
                          accuracy(),
                          loss(),
                          flips(),
                          random.nextLong(1L << 40),
                          number()))
              .toList();
      return new SessionState.Curves(
          configuration().coding(),
          maybe(new PointKey(text(), text())),
          new Assessment(accuracy(), List.of(new LayerCurve(layer(), points)), random.nextInt(99)));
    }

    private Configuration configuration() {
      var settings = new LinkedHashMap<LayerId, Setting>();
      var coders = new LinkedHashMap<LayerId, String>();
      for (int i = random.nextInt(4); i > 0; i--) {
        var layer = layer();
        settings.put(
            layer,
            new ErrorBound(any(ErrorBound.Mode.values()), Double.MIN_VALUE + random.nextDouble()));
        coders.put(layer, codec());
      }
      return new Configuration(Coding.DEFAULT.withCodec(codec()), settings, coders);
    }

    private PruningChoices pruning() {
      return new PruningChoices(
          any(PruningMethod.values()), Grain.WEIGHTS, Map.of(layer(), number()));
    }

    private <E> E any(E[] values) {
      return values[random.nextInt(values.length)];
    }

    private String codec() {
      return CODECS.get(random.nextInt(CODECS.size()));
    }

    private LayerId layer() {
      return new LayerId("l" + random.nextInt(9) + text());
    }

    private Accuracy accuracy() {
      int samples = 1 + random.nextInt(1000);
      return new Accuracy(samples, random.nextInt(samples + 1), any(Accuracy.Kind.values()));
    }

    private Flips flips() {
      return new Flips(random.nextInt(9), random.nextInt(9));
    }

    private Loss loss() {
      return new Loss(number(), Math.abs(number()));
    }

    /** Any double, special ones more often. */
    private double number() {
      return switch (random.nextInt(6)) {
        case 0 -> Double.NaN;
        case 1 -> Double.NEGATIVE_INFINITY;
        case 2 -> -0.0;
        case 3 -> Double.MIN_VALUE;
        default -> Double.longBitsToDouble(random.nextLong(0x7fe0_0000_0000_0000L));
      };
    }

    /** Any text but halves of characters, which are none. */
    String text() {
      var text = new StringBuilder("t");
      for (int i = random.nextInt(6); i > 0; i--) {
        text.appendCodePoint(
            random.nextBoolean() ? 1 + random.nextInt(0x7f) : 0x1f600 + random.nextInt(64));
      }
      return text.toString();
    }

    <T> Optional<T> maybe(T value) {
      return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
  }
}
