package org.weighbridge.figure.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;

class FigureFilesTest {
  @TempDir Path folder;

  @Test
  void aFigureIsWrittenInEveryFormatAtEveryWidthWithItsNumbers() throws IOException {
    var figure = SampleFigures.bytes();
    var written = FigureFiles.write(figure, folder.resolve("new"), "bytes", PictureChoice.USUAL);

    assertEquals(
        List.of(
            "bytes-1col.svg",
            "bytes-1col.pdf",
            "bytes-1col.png",
            "bytes-2col.svg",
            "bytes-2col.pdf",
            "bytes-2col.png",
            "bytes.csv"),
        written.stream().map(file -> file.getFileName().toString()).toList());
    assertEquals(figure.data().csv(), Files.readString(written.getLast()));
    try (var files = Files.list(folder.resolve("new"))) {
      assertEquals(7, files.count());
    }
  }

  @Test
  void theEndingOfTheNameDecidesTheFormat() throws IOException {
    Path file = folder.resolve("Mask.PDF");
    FigureFiles.write(SampleFigures.mask(4, 6), FigureSize.Width.ONE_COLUMN, 300, file);
    assertTrue(
        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));

    var fault = assertThrows(Fault.class, () -> PictureFormat.of(Path.of("a/figure.eps")));
    assertEquals(
        "Cannot draw a figure into a/figure.eps: the ending of the name says the format, and must be .svg, .pdf or .png.",
        fault.sentence());
  }

  @Test
  void aChoiceSaysEachThingOnceAndInOrder() {
    var choice =
        new PictureChoice(
            Set.of(PictureFormat.PNG, PictureFormat.SVG),
            List.of(FigureSize.Width.ONE_COLUMN, FigureSize.Width.ONE_COLUMN),
            600);
    assertEquals(List.of(PictureFormat.SVG, PictureFormat.PNG), List.copyOf(choice.formats()));
    assertEquals(1, choice.widths().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PictureChoice(EnumSet.noneOf(PictureFormat.class), List.of(), 72));
  }
}
