package org.weighbridge.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.benchmark.window.WindowUnderTest;
import org.weighbridge.cli.verb.PicturesWanted;
import org.weighbridge.cli.verb.Windows;
import org.weighbridge.job.Progress;

/** Writes down what would be shown. */
public record WrittenWindows(StringWriter out) implements Windows {
  @Override
  public void open(Optional<Path> model, Optional<String> data) {
    out.write("window " + model + " " + data);
  }

  @Override
  public WindowUnderTest bench() {
    throw new IllegalStateException("there is no window here");
  }

  @Override
  public List<String> states() {
    return List.of("dawn", "noon");
  }

  @Override
  public List<Path> pictures(PicturesWanted wanted, Progress progress) {
    out.write(wanted + "\n");
    return wanted.states().stream().map(state -> wanted.folder().resolve(state)).toList();
  }
}
