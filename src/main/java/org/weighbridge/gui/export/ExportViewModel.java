package org.weighbridge.gui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureFormat;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.user.Settings;

/** One figure that is to be exported: its name, its folder, its files. */
public final class ExportViewModel {
  private final CardFigure figure;
  private final Settings settings;
  private final PictureViewModel pictures;
  private final StringProperty name = new SimpleStringProperty();
  private final ObjectProperty<Optional<Path>> folder;

  /** As figures were exported last, which is kept by the settings. */
  public ExportViewModel(CardFigure figure, Settings settings) {
    this.figure = figure;
    this.settings = settings;
    pictures = new PictureViewModel(settings.pictures().get());
    name.set(figure.fileName());
    folder = new SimpleObjectProperty<>(settings.folder().get());
  }

  CardFigure figure() {
    return figure;
  }

  PictureViewModel pictures() {
    return pictures;
  }

  /** What the files are called, without what tells them apart. */
  StringProperty name() {
    return name;
  }

  ObjectProperty<Optional<Path>> folder() {
    return folder;
  }

  /** The files, by name. */
  ObservableStringValue files() {
    return Bindings.createStringBinding(this::fileNames, name, pictures.choice());
  }

  /** Why it cannot be exported so; empty when it can. */
  ObservableStringValue obstacle() {
    var choice = pictures.obstacle();
    return Bindings.createStringBinding(
        () ->
            !choice.get().isEmpty()
                ? choice.get()
                : name.get().isBlank()
                    ? "Give the files a name."
                    : name.get().matches(".*[/\\\\:*?\"<>|].*")
                        ? "A name of files has no / \\ : * ? \" < > |."
                        : folder.get().isEmpty() ? "Choose a folder." : "",
        choice,
        name,
        folder);
  }

  /** What was chosen is what the next export begins with. */
  void remember() {
    settings.pictures().set(pictures.choice().get());
    settings.folder().set(folder.get());
  }

  private String fileNames() {
    var choice = pictures.choice().get();
    String formats =
        choice.formats().stream().map(PictureFormat::extension).collect(Collectors.joining(", ."));
    String drawn =
        choice.formats().isEmpty()
            ? ""
            : choice.widths().stream()
                .map(FigureSize.Width::suffix)
                .map(suffix -> "%s-%s.%s; ".formatted(name.get(), suffix, formats))
                .collect(Collectors.joining());
    return drawn + name.get() + ".csv";
  }
}
