package org.weighbridge.gui.export;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.weighbridge.figure.picture.FigureFiles;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.chart.FigureRequest;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.overlay.Overlay;
import org.weighbridge.gui.user.Settings;
import org.weighbridge.job.Job;

/** Does what cards ask for: writes their figures, and copies them as images and as data. */
public final class FigureExports implements EventHandler<FigureRequest> {
  /** Sharp on a dense screen, and 1,315 pixels wide: what fits slides and messages. */
  private static final int SCREEN_DPI = 192;

  private final Overlay overlay;
  private final Settings settings;
  private final Folders folders;
  private final JobRunner jobs;
  private final Notices notices;

  public FigureExports(
      Overlay overlay, Settings settings, Folders folders, JobRunner jobs, Notices notices) {
    this.overlay = overlay;
    this.settings = settings;
    this.folders = folders;
    this.jobs = jobs;
    this.notices = notices;
  }

  @Override
  public void handle(FigureRequest request) {
    request.consume();
    var figure = request.figure();
    switch (request.wish()) {
      case EXPORT -> ask(new ExportViewModel(figure, settings));
      case COPY_IMAGE -> start("Drawing", figure, progress -> image(figure), this::copied);
      case COPY_DATA ->
          start("Copying", figure, progress -> figure.figure().data().csv(), this::copied);
    }
  }

  private void ask(ExportViewModel model) {
    new ExportPane(model, folders, overlay, () -> export(model)).ask();
  }

  private void export(ExportViewModel model) {
    model.remember();
    var folder = model.folder().get().orElseThrow();
    String name = model.name().get().strip();
    var choice = model.pictures().choice().get();
    var figure = model.figure();
    start(
        "Exporting",
        figure,
        progress -> {
          boolean again = Files.exists(folder.resolve(name + ".csv"));
          var files = write(figure, folder, name, choice);
          return "%s %d files of the %s in %s."
              .formatted(again ? "Replaced" : "Wrote", files.size(), figure.name(), folder);
        },
        sentence ->
            notices.show(
                Notice.done(sentence)
                    .offering("Show folder", () -> folders.show().accept(folder))));
  }

  private static List<Path> write(
      CardFigure figure, Path folder, String name, PictureChoice choice) {
    return FigureFiles.write(figure.figure(), folder, name, choice);
  }

  private static byte[] image(CardFigure card) {
    var figure = card.figure();
    var size = FigureSize.of(figure, FigureSize.Width.TWO_COLUMNS);
    return FigureFiles.bytes(figure, size, PictureFormat.PNG, SCREEN_DPI);
  }

  private void copied(byte[] png) {
    var image = new Image(new ByteArrayInputStream(png));
    copy(
        content -> content.putImage(image),
        "an image of %d × %d pixels"
            .formatted(Math.round(image.getWidth()), Math.round(image.getHeight())));
  }

  private void copied(String csv) {
    copy(content -> content.putString(csv), "%d lines of data".formatted(csv.lines().count() - 1));
  }

  private void copy(Consumer<ClipboardContent> fill, String what) {
    var content = new ClipboardContent();
    fill.accept(content);
    Clipboard.getSystemClipboard().setContent(content);
    notices.show(Notice.done("Copied %s.".formatted(what)));
  }

  private <T> void start(String doing, CardFigure figure, Job<T> job, Consumer<T> done) {
    var unused = jobs.start(Lane.FIGURE, doing + " the " + figure.name(), job, done);
  }
}
