package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;

class SettingTest {
  @Test
  void readsWhatItWrites() {
    for (var setting :
        new Setting[] {
          ErrorBound.absolute(0.01),
          ErrorBound.parse("rel:0.01"),
          ErrorBound.parse("psnr:60"),
          Parameter.bits(5),
          new Parameter("energy", 0.99),
          Parameter.NONE
        }) {
      assertEquals(setting, Setting.parse(setting.toString()));
    }
    assertEquals("bits:5", Parameter.bits(5).toString());
    assertEquals("energy:0.99", new Parameter("energy", 0.99).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "bits", "bits:", "bits:x", "bits:-1", "Bits:5", "0", "-1", "rel:0"})
  void refusesWhatIsNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> Setting.parse(text));
  }

  @Test
  void stepsTakeTheNearestPlace() {
    var axis = Axis.Steps.bits("Bits", 1, 8, 5);
    assertEquals(Parameter.bits(5), axis.at(0x1p-5));
    assertEquals(Parameter.bits(5), axis.at(0x1.2p-5));
    assertEquals(Parameter.bits(8), axis.at(1e-9));
    assertEquals(Parameter.bits(1), axis.at(3));
    assertEquals("5 bits", axis.text(0x1p-5));
    assertEquals(0x1p-5, axis.place(Parameter.bits(5)).orElseThrow());
    assertEquals(true, axis.place(Parameter.bits(9)).isEmpty());
  }

  @Test
  void saysWhatACodecTakes() {
    assertEquals(
        "Linear cannot be set to bits:9: bits must be a whole number from 2 to 8, as in bits:5.",
        refusal("linear", Parameter.bits(9)));
    assertEquals(
        "Linear cannot be set to bits:2.5: bits must be a whole number from 2 to 8, as in bits:5.",
        refusal("linear", new Parameter("bits", 2.5)));
    assertEquals(
        "Low rank cannot be set to energy:1.5: energy must be a number from 0 to 1, as in"
            + " energy:0.9375.",
        refusal("lowrank", new Parameter("energy", 1.5)));
    assertEquals(
        "Low rank cannot be set to rank:0: rank must be a whole number of 1 or more, as in"
            + " rank:1.",
        refusal("lowrank", new Parameter("rank", 0)));
    assertEquals(
        "Linear cannot be set to 0.01; write bits:5, for example.",
        refusal("linear", ErrorBound.absolute(0.01)));
    assertEquals(
        "CSR cannot be set to bits:5; write none, for example.", refusal("csr", Parameter.bits(5)));
  }

  private static String refusal(String codec, Setting setting) {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(4, 5), 0.5, 7);
    var settings = new CodecSettings(setting, Effort.FAST);
    var fault =
        assertThrows(
            Fault.class, () -> Codecs.byId(codec).encode(weights, settings, Progress.none()));
    return Objects.requireNonNull(fault.sentence());
  }
}
