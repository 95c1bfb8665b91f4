package org.weighbridge.gui.shell;

import java.nio.file.Path;
import javafx.event.EventHandler;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.gui.chart.SaveRequest;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;

/** Asks where pictures and data of charts go, and writes them. */
final class ChartFiles implements EventHandler<SaveRequest> {
  private final Dialogs dialogs;
  private final JobRunner jobs;
  private final Notices notices;

  ChartFiles(Dialogs dialogs, JobRunner jobs, Notices notices) {
    this.dialogs = dialogs;
    this.jobs = jobs;
    this.notices = notices;
  }

  @Override
  public void handle(SaveRequest request) {
    request.consume();
    dialogs.save(request.suggestion(), request.kind()).ifPresent(file -> write(request, file));
  }

  private void write(SaveRequest request, Path file) {
    var unused =
        jobs.start(
            Lane.ENCODE,
            "Writing " + file.getFileName(),
            progress -> {
              AtomicFile.write(file, out -> out.write(request.content()));
              return file;
            },
            written -> notices.show(Notice.done("Wrote " + written + ".")));
  }
}
