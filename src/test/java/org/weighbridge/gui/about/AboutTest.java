package org.weighbridge.gui.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighbridge.experiment.Version;
import org.weighbridge.experiment.provenance.Machine;

class AboutTest {
  @Test
  void tellsVersionAndMachine() {
    var machine = new Machine("Linux 6, amd64", "Some VM 25", "A chip", 3, Map.of("zstd", "1.5"));
    String text = About.of(machine, "26").text();
    assertTrue(text.startsWith("Weighbridge " + Version.NUMBER + "\n"), text);
    assertTrue(text.contains("\nRuntime: Some VM 25\nJavaFX: 26\nzstd: 1.5\n"), text);
    assertTrue(text.contains("\nProcessor: A chip, 3 cores\n"), text);
  }

  @Test
  void everyLineHasAName() {
    var about = About.here();
    assertEquals(
        about.lines().size(), about.lines().stream().map(About.Line::name).distinct().count());
    assertTrue(about.lines().stream().noneMatch(line -> line.value().isBlank()), about.text());
  }
}
