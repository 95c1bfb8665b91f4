package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
