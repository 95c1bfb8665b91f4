package org.weighbridge.gui.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;

/**
 * Damaged settings and lists of recent files: what is not understood is as if it were not there.
 */
class UserFilesFuzzTest extends ReaderContract {
  @Override
  protected List<byte[]> good() {
    return List.of(
        """
        theme=DARK
        figure-formats=pdf,svg
        figure-widths=one_column
        figure-dpi=600
        figure-folder=/home/figures
        """
            .getBytes(StandardCharsets.UTF_8),
        "/models/a.onnx\n/models/b.onnx\nC:\\models\\c.onnx\n".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected Damage damage() {
    return Damage.text();
  }

  @Override
  protected void read(byte[] content) {
    var files = new UserFiles(Optional.of(folder), Optional.empty());
    file("settings", content);
    file("recent", content);
    new Settings(files, Runnable::run).theme().get();
    new RecentFiles(files, Runnable::run, Runnable::run).all().forEach(RecentFiles.Recent::name);
  }

  /** Nothing is refused. */
  @Override
  protected int leastRefused(int cases) {
    return 0;
  }
}
