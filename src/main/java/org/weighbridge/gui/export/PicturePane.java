package org.weighbridge.gui.export;

import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.weighbridge.figure.picture.FigureSize.Width;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import org.weighbridge.gui.fxml.Fxml;

/** Boxes for formats and widths, and the resolution of pixels. */
public final class PicturePane extends GridPane {
  @FXML private CheckBox svg;
  @FXML private CheckBox pdf;
  @FXML private CheckBox png;
  @FXML private CheckBox one;
  @FXML private CheckBox two;
  @FXML private ChoiceBox<Integer> dpi;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public PicturePane() {
    Fxml.fill(this);
    dpi.getItems().setAll(PictureChoice.RESOLUTIONS);
    dpi.setConverter(new Words());
    dpi.disableProperty().bind(png.selectedProperty().not());
  }

  /** Shows and changes a choice; another one is let go. */
  void show(PictureViewModel model) {
    svg.selectedProperty().bindBidirectional(model.wanted(PictureFormat.SVG));
    pdf.selectedProperty().bindBidirectional(model.wanted(PictureFormat.PDF));
    png.selectedProperty().bindBidirectional(model.wanted(PictureFormat.PNG));
    one.selectedProperty().bindBidirectional(model.wanted(Width.ONE_COLUMN));
    two.selectedProperty().bindBidirectional(model.wanted(Width.TWO_COLUMNS));
    dpi.valueProperty().bindBidirectional(model.dpi());
  }

  private static final class Words extends StringConverter<Integer> {
    @Override
    public String toString(Integer value) {
      return value + " dpi";
    }

    @Override
    public Integer fromString(String words) {
      throw new UnsupportedOperationException("the choice is not typed");
    }
  }
}
