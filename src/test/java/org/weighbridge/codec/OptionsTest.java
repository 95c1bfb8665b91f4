package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;

/** Every option of every codec works, alone and with those that it goes with. */
class OptionsTest {
  private static Stream<String> families() {
    return Codecs.all().stream().map(LayerCodec::id);
  }

  /** Each way to take at most one option of each group. */
  private static List<List<String>> choices(String family) {
    var choices = new ArrayList<List<String>>(List.of(List.of()));
    for (var group : Codecs.byId(family).options()) {
      for (var chosen : List.copyOf(choices)) {
        for (var option : group) {
          choices.add(Stream.concat(chosen.stream(), Stream.of(option)).toList());
        }
      }
    }
    return choices;
  }

  private static LayerCodec codec(String family, List<String> options) {
    return Codecs.byId(
        String.join("+", Stream.concat(Stream.of(family), options.stream()).toList()));
  }

  @ParameterizedTest
  @MethodSource("families")
  void theirOrderIsNoMatter(String family) {
    for (var options : choices(family)) {
      var codec = codec(family, options);
      assertEquals(family, codec.family());
      assertEquals(codec.id(), codec(family, options.reversed()).id());
      assertEquals(codec.id(), Codecs.byId(codec.id()).id());
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void oneOfAGroupTakesThePlaceOfAnother(String family) {
    for (var options : choices(family)) {
      var codec = codec(family, options);
      for (var group : codec.options()) {
        var others = options.stream().filter(option -> !group.contains(option)).toList();
        assertEquals(codec(family, others).id(), Codecs.choose(codec, group, "").id());
        for (var wanted : group) {
          var expected = Stream.concat(others.stream(), Stream.of(wanted)).toList();
          assertEquals(codec(family, expected).id(), Codecs.choose(codec, group, wanted).id());
        }
      }
    }
  }

  /** So that tables and menus can tell them apart. */
  @ParameterizedTest
  @MethodSource("families")
  void noTwoChoicesHaveOneName(String family) {
    var codecs = choices(family).stream().map(options -> codec(family, options)).toList();
    long ids = codecs.stream().map(LayerCodec::id).distinct().count();
    assertEquals(ids, codecs.stream().map(LayerCodec::name).distinct().count());
  }

  /** Files say the family alone. */
  @ParameterizedTest
  @MethodSource("families")
  void streamsAreReadByTheFamily(String family) {
    for (var options : choices(family)) {
      var codec = codec(family, options);
      for (double density : new double[] {0.1, 1}) {
        var weights = TestWeights.random(Kind.LAPLACE, Shape.of(12, 20), density, 5);
        var settings = new CodecSettings(TestSettings.one(codec, 0.01), Effort.FAST);
        var encoded = codec.encode(weights, settings, Progress.none());
        assertEquals(family, encoded.codec());
        var decoded = Codecs.byId(encoded.codec()).decode(encoded, Progress.none());
        assertTrue(decoded.sameBits(codec.decode(encoded, Progress.none())), codec.id());
        var check =
            BoundCheck.of(weights.values(), decoded.values(), encoded.bound(), codec.promise());
        assertTrue(check.ok(), () -> codec.id() + ": " + check);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void refusesWhatCannotBe(String family) {
    assertTrue(refusal(family + "+nonsense").contains("nonsense"));
    for (var group : Codecs.byId(family).options()) {
      String first = group.getFirst();
      assertTrue(refusal(family + "+" + first + "+" + first).contains("twice"));
      for (var other : group.subList(1, group.size())) {
        var sentence = refusal(family + "+" + first + "+" + other);
        assertTrue(sentence.contains(first + " and " + other), sentence);
      }
    }
  }

  private static String refusal(String id) {
    return Objects.requireNonNull(assertThrows(Fault.class, () -> Codecs.byId(id)).sentence());
  }
}
