package org.weighbridge.figure.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.figure.Figure;

/**
 * Pictures as text: each kind of figure as it was looked at and found good. What this build draws
 * is left in {@code target/golden/figures}; copy it over the old file when a change is wanted.
 */
class SvgGoldenTest {
  private static final Map<String, Figure> FIGURES =
      Map.of(
          "curves", SampleFigures.curves(2),
          "points", SampleFigures.points(),
          "panels", SampleFigures.panels(),
          "error", SampleFigures.error(),
          "bytes", SampleFigures.bytes(),
          "mask", SampleFigures.mask(6, 40),
          "table", SampleFigures.table(3));

  @ParameterizedTest
  @ValueSource(strings = {"curves", "points", "panels", "error", "bytes", "mask", "table"})
  void aFigureIsDrawnAsItWas(String name) throws IOException {
    Figure figure = FIGURES.get(name);
    var size = FigureSize.of(figure, FigureSize.Width.ONE_COLUMN);
    // a line per element
    String svg = FigureFiles.inlineSvg(figure, size, name + "-").replace("><", ">\n<") + "\n";
    Path fresh = Path.of("target", "golden", "figures", name + ".svg");
    Files.createDirectories(fresh.getParent());
    Files.writeString(fresh, svg);
    try (var in = SvgGoldenTest.class.getResourceAsStream("/golden/figures/" + name + ".svg")) {
      assertNotNull(in, () -> "no golden file for " + fresh);
      assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), svg);
    }
  }
}
