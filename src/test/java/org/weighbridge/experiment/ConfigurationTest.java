package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Parameter;
import org.weighbridge.network.LayerId;

class ConfigurationTest {
  private static final LayerId FC1 = new LayerId("fc1");
  private static final LayerId FC2 = new LayerId("fc2");

  @Test
  void aLayerMayHaveACoderOfItsOwn() {
    var mixed = one().with(FC2, "deepsz", ErrorBound.absolute(0.03));
    assertTrue(mixed.mixed());
    assertEquals("sz", mixed.coder(FC1));
    assertEquals("deepsz", mixed.coder(FC2));
    assertEquals(0.03, mixed.place(FC2).orElseThrow());
    assertFalse(mixed.without(FC2).mixed());
    assertEquals(
        one().with(FC2, ErrorBound.absolute(0.03)),
        mixed.with(FC2, "sz", ErrorBound.absolute(0.03)));
  }

  @Test
  void anotherCoderIsOneForAllLayers() {
    var mixed = one().with(FC2, "deepsz", ErrorBound.absolute(0.03));
    var deepSz = mixed.withCoding(mixed.coding().withCodec("deepsz"));
    assertFalse(deepSz.mixed());
    assertEquals(mixed.settings(), deepSz.settings());
    assertTrue(
        mixed
            .withCoding(
                mixed.coding().withSmallTensors(java.util.Optional.of(ErrorBound.absolute(1))))
            .mixed());
  }

  @Test
  void isReadAsItWasWritten() {
    var mixed = one().with(FC2, "deepsz", ErrorBound.parse("rel:0.03"));
    var absolute = mixed.with(FC2, "deepsz", ErrorBound.absolute(0.03));
    var bits = one().with(FC2, Parameter.bits(5)).with(FC1, "deepsz", Parameter.NONE);
    for (var configuration : new Configuration[] {one(), mixed, absolute, bits}) {
      String text = ConfigurationFile.toJson(configuration);
      assertEquals(configuration, ConfigurationFile.parse(text, "it"), text);
    }
  }

  private static Configuration one() {
    var settings = new LinkedHashMap<LayerId, ErrorBound>(Map.of(FC1, ErrorBound.absolute(0.01)));
    settings.put(FC2, ErrorBound.absolute(0.02));
    return new Configuration(Coding.DEFAULT, settings);
  }
}
