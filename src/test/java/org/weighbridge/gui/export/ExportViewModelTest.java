package org.weighbridge.gui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.weighbridge.figure.picture.FigureSize.Width.ONE_COLUMN;
import static org.weighbridge.figure.picture.FigureSize.Width.TWO_COLUMNS;
import static org.weighbridge.figure.picture.PictureFormat.PDF;
import static org.weighbridge.figure.picture.PictureFormat.PNG;
import static org.weighbridge.figure.picture.PictureFormat.SVG;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.user.Settings;
import org.weighbridge.gui.user.UserFiles;

class ExportViewModelTest {
  private final Settings settings = new Settings(UserFiles.none(), Runnable::run);
  private final CardFigure figure =
      new CardFigure(
          "weights of fc1/weight",
          () -> {
            throw new AssertionError("not drawn before it is exported");
          });

  @Test
  void namesTheFilesThatWillBeThere() {
    var model = new ExportViewModel(figure, settings);
    assertEquals("weights-of-fc1-weight", model.name().get());
    model.pictures().wanted(TWO_COLUMNS).set(false);
    model.pictures().wanted(SVG).set(false);
    model.name().set("w");
    assertEquals("w-1col.pdf, .png; w.csv", model.files().get());
  }

  @Test
  void saysWhatIsMissing() {
    var model = new ExportViewModel(figure, settings);
    assertEquals("Choose a folder.", model.obstacle().get());
    model.folder().set(Optional.of(Path.of("figures")));
    assertEquals("", model.obstacle().get());
    model.name().set("a/b");
    assertEquals("A name of files has no / \\ : * ? \" < > |.", model.obstacle().get());
    model.name().set(" ");
    assertEquals("Give the files a name.", model.obstacle().get());
    model.pictures().wanted(ONE_COLUMN).set(false);
    model.pictures().wanted(TWO_COLUMNS).set(false);
    assertEquals("Tick a width.", model.obstacle().get());
  }

  @Test
  void theNextOneBeginsWithTheLastChoice() {
    var model = new ExportViewModel(figure, settings);
    model.pictures().wanted(SVG).set(false);
    model.pictures().wanted(PDF).set(false);
    model.pictures().dpi().set(600);
    model.folder().set(Optional.of(Path.of("figures")));
    model.remember();
    var next = new ExportViewModel(figure, settings);
    assertEquals(
        new PictureChoice(Set.of(PNG), List.of(ONE_COLUMN, TWO_COLUMNS), 600),
        next.pictures().choice().get());
    assertEquals(Optional.of(Path.of("figures")), next.folder().get());
  }
}
