package org.weighbridge.gui.notice;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/** A bar below the toolbar with the notice at hand; it takes no room without one. */
public final class NoticeBar extends HBox {
  @FXML private Label sentence;
  @FXML private Button offer;
  @FXML private Button dismiss;

  private final Notices notices;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public NoticeBar(Notices notices) {
    this.notices = notices;
    Fxml.fill(this);
    dismiss.setGraphic(Icons.CLOSE.node());
    dismiss.setAccessibleText("Dismiss");
    dismiss.setTooltip(new Tooltip("Dismiss"));
    dismiss.setOnAction(event -> notices.dismiss());
    notices.current().addListener((o, before, now) -> show(now));
    show(notices.current().get());
  }

  private void show(@Nullable Notice notice) {
    setVisible(notice != null);
    setManaged(notice != null);
    if (notice != null) {
      sentence.setText(notice.sentence());
      var icon =
          switch (notice.kind()) {
            case DONE -> Icons.CHECK;
            case TOLD -> Icons.INFO;
            case FAULT, DEFECT -> Icons.WARNING;
          };
      sentence.setGraphic(icon.node());
      String style =
          switch (notice.kind()) {
            case DONE -> "done";
            case TOLD -> "told";
            case FAULT, DEFECT -> "fault";
          };
      getStyleClass().setAll("notice-bar", style);
      show(notice.offer());
    }
  }

  private void show(Notice.@Nullable Offer way) {
    offer.setVisible(way != null);
    offer.setManaged(way != null);
    if (way != null) {
      offer.setText(way.words());
      offer.setOnAction(
          event -> {
            notices.dismiss();
            way.run().run();
          });
    }
  }
}
