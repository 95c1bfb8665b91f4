package org.weighbridge.gui.export;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;

/** In which files figures are wanted, as boxes that are ticked. */
public final class PictureViewModel {
  private final Map<PictureFormat, BooleanProperty> formats = new EnumMap<>(PictureFormat.class);
  private final Map<FigureSize.Width, BooleanProperty> widths =
      new EnumMap<>(FigureSize.Width.class);
  private final ObjectProperty<Integer> dpi;
  private final ReadOnlyObjectWrapper<PictureChoice> choice;

  /** With what was chosen last. */
  public PictureViewModel(PictureChoice last) {
    choice = new ReadOnlyObjectWrapper<>(last);
    dpi = new SimpleObjectProperty<>(last.dpi());
    for (PictureFormat format : PictureFormat.values()) {
      formats.put(format, new SimpleBooleanProperty(last.formats().contains(format)));
    }
    for (FigureSize.Width width : FigureSize.Width.values()) {
      widths.put(width, new SimpleBooleanProperty(last.widths().contains(width)));
    }
    Stream.concat(formats.values().stream(), widths.values().stream())
        .forEach(box -> box.addListener((o, before, now) -> update()));
    dpi.addListener((o, before, now) -> update());
  }

  /** Whether files of a format are wanted. */
  public BooleanProperty wanted(PictureFormat format) {
    return Objects.requireNonNull(formats.get(format));
  }

  /** Whether files of a width are wanted. */
  public BooleanProperty wanted(FigureSize.Width width) {
    return Objects.requireNonNull(widths.get(width));
  }

  /** Dots per inch of pictures made of pixels. */
  public ObjectProperty<Integer> dpi() {
    return dpi;
  }

  /** All of it. */
  public ReadOnlyObjectProperty<PictureChoice> choice() {
    return choice.getReadOnlyProperty();
  }

  /** Why nothing could be drawn; empty when something can. */
  public ObservableStringValue obstacle() {
    return Bindings.createStringBinding(
        () ->
            choice.get().formats().isEmpty()
                ? "Tick a format."
                : choice.get().widths().isEmpty() ? "Tick a width." : "",
        choice);
  }

  private void update() {
    var wantedFormats = EnumSet.noneOf(PictureFormat.class);
    formats.forEach((format, box) -> add(box, () -> wantedFormats.add(format)));
    var wantedWidths = EnumSet.noneOf(FigureSize.Width.class);
    widths.forEach((width, box) -> add(box, () -> wantedWidths.add(width)));
    choice.set(new PictureChoice(wantedFormats, List.copyOf(wantedWidths), dpi.get()));
  }

  private static void add(BooleanProperty box, Runnable add) {
    if (box.get()) {
      add.run();
    }
  }
}
