package org.weighbridge.gui.chart;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.NamedArg;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.theme.Icons;

/**
 * A card around a chart with a menu: copy the picture, copy the data, export both. What exporting
 * means is the owner's; without an export action its item is disabled.
 */
public class ChartCard extends Card {
  private static final double SCALE = 2;

  private final MenuItem copyImage = new MenuItem("Copy picture");
  private final MenuItem copyData = new MenuItem("Copy data as CSV");
  private final MenuItem exportImage = new MenuItem("Export picture (PNG)…");
  private final MenuItem exportData = new MenuItem("Export data (CSV)…");
  private @Nullable Supplier<String> csv;
  private @Nullable Consumer<byte[]> onExportPng;
  private @Nullable Consumer<String> onExportCsv;

  public ChartCard() {
    var menu = new MenuButton("", Icons.MORE.node(), copyImage, copyData, exportImage, exportData);
    menu.getStyleClass().add("icon-button");
    menu.setTooltip(new Tooltip("Copy or export this chart"));
    menu.setAccessibleText("Copy or export this chart");
    getButtons().add(menu);
    copyImage.setOnAction(
        event ->
            copy(
                contents -> {
                  contents.putImage(picture());
                }));
    copyData.setOnAction(event -> copy(contents -> contents.putString(data())));
    exportImage.setOnAction(
        event -> Optional.ofNullable(onExportPng).ifPresent(to -> to.accept(Png.of(picture()))));
    exportData.setOnAction(
        event -> Optional.ofNullable(onExportCsv).ifPresent(to -> to.accept(data())));
    enable();
  }

  public ChartCard(@NamedArg("title") String title, @NamedArg("content") Node content) {
    this();
    setTitle(title);
    setContent(content);
  }

  /** Where the data of the chart comes from, as comma-separated values with a header line. */
  public final void setCsv(Supplier<String> source) {
    csv = source;
    enable();
  }

  /** What to do with the picture, a PNG file's bytes. */
  public final void setOnExportPng(Consumer<byte[]> action) {
    onExportPng = action;
    enable();
  }

  /** What to do with the data, comma-separated values. */
  public final void setOnExportCsv(Consumer<String> action) {
    onExportCsv = action;
    enable();
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

  private String data() {
    return csv == null ? "" : csv.get();
  }

  private void enable() {
    copyData.setDisable(csv == null);
    exportImage.setDisable(onExportPng == null);
    exportData.setDisable(csv == null || onExportCsv == null);
  }

  private static void copy(Consumer<ClipboardContent> fill) {
    var contents = new ClipboardContent();
    fill.accept(contents);
    Clipboard.getSystemClipboard().setContent(contents);
  }
}
