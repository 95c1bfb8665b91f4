package org.weighbridge.gui.chart;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.NamedArg;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.DataTable;
import org.weighbridge.gui.theme.Icons;

/**
 * A card around a chart that can fill the centre ({@link ExpandRequest}), with a menu: what the
 * chart itself has to choose, then copy and save its picture and its data ({@link SaveRequest}).
 */
public class ChartCard extends Card {
  private static final double SCALE = 2;

  private final MenuItem copyData = new MenuItem("Copy data as CSV");
  private final MenuItem saveData = new MenuItem("Save data as CSV…");
  private final MenuButton menu = new MenuButton("", Icons.MORE.node());
  private final ObservableList<MenuItem> options = FXCollections.observableArrayList();
  private @Nullable Supplier<DataTable> data;

  public ChartCard() {
    menu.getStyleClass().add("icon-button");
    var expand = new Button("", Icons.EXPAND.node());
    expand.getStyleClass().addAll("icon-button", "expand-button");
    expand.setTooltip(new Tooltip("Fill the centre, or put it back (Esc)"));
    expand.setOnAction(event -> requestRoom());
    getButtons().addAll(expand, menu);
    titleProperty().addListener((o, before, now) -> name(expand, now));
    var copyPicture = new MenuItem("Copy picture");
    copyPicture.setOnAction(event -> copy(contents -> contents.putImage(picture())));
    var savePicture = new MenuItem("Save picture (PNG)…");
    savePicture.setOnAction(
        event -> {
          Image now = picture(); // as it is seen when asked for
          fireEvent(new SaveRequest(fileName() + ".png", "picture", () -> Png.of(now)));
        });
    copyData.setOnAction(event -> copy(contents -> contents.putString(csv())));
    saveData.setOnAction(
        event -> {
          String now = csv();
          fireEvent(
              new SaveRequest(
                  fileName() + ".csv", "data", () -> now.getBytes(StandardCharsets.UTF_8)));
        });
    var always = java.util.List.of(copyPicture, savePicture, copyData, saveData);
    menu.getItems().setAll(always);
    options.addListener(
        (ListChangeListener<MenuItem>)
            change -> {
              menu.getItems().setAll(options);
              if (!options.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
              }
              menu.getItems().addAll(always);
            });
    setData(null);
  }

  public ChartCard(@NamedArg("title") String title, @NamedArg("content") Node content) {
    this();
    setTitle(title);
    setContent(content);
  }

  /** What the chart shows, in full precision; asked for at the moment of copying or saving. */
  public final void setData(@Nullable Supplier<DataTable> source) {
    data = source;
    copyData.setDisable(source == null);
    saveData.setDisable(source == null);
  }

  /** What there is to choose of this chart: its axes, what is beside, what is pinned. */
  public final ObservableList<MenuItem> getOptions() {
    return options;
  }

  /** The content as it is shown now, at twice the size. */
  public final Image picture() {
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    parameters.setFill(
        getBackground() == null || getBackground().getFills().isEmpty()
            ? Color.WHITE
            : getBackground().getFills().getLast().getFill());
    Node content = getContent();
    return content.snapshot(parameters, (WritableImage) null);
  }

  final MenuButton menu() {
    return menu;
  }

  /** Asks for all the room of the centre, or gives it back; a card of a deck takes the others. */
  public final void requestRoom() {
    Node part = getParent() instanceof Deck deck ? deck : this;
    part.fireEvent(new ExpandRequest(part));
  }

  private void name(Button expand, String title) {
    expand.setAccessibleText("Fill the centre with: " + title);
    menu.setAccessibleText("Options, copy and save: " + title);
    menu.setTooltip(new Tooltip("Options, copy and save"));
  }

  private String csv() {
    return data == null ? "" : data.get().csv();
  }

  private String fileName() {
    return getTitle().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static void copy(Consumer<ClipboardContent> fill) {
    var contents = new ClipboardContent();
    fill.accept(contents);
    Clipboard.getSystemClipboard().setContent(contents);
  }
}
