package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.job.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pictures of the window in the states that a user meets. */
@Command(
    name = "screenshot",
    header = "Write pictures of the window, without a display.",
    footer = {
      "",
      "Examples:",
      "  weighbridge screenshot -o pictures/",
      "  weighbridge screenshot -o pictures/ --states idle --theme dark --size 1200x760 model.onnx"
    })
public final class ScreenshotVerb extends Verb {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{2,3})x([1-9]\\d{2,3})");

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description = "Instead of the sample; or a session, or a log of runs.")
  private Optional<Path> model;

  @Option(names = "--data", paramLabel = "DIR", description = "The data set of the model.")
  private Optional<String> data;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder for window-STATE.png.")
  private Path folder;

  @Option(names = "--states", paramLabel = "S", split = ",", description = "Only these states.")
  private List<String> states = List.of();

  @Option(
      names = "--theme",
      paramLabel = "T",
      description = "light or dark instead of the state's own.")
  private Optional<String> theme;

  @Option(names = "--size", paramLabel = "WxH", description = "Of the window, instead of 1480x940.")
  private Optional<String> size;

  @Option(
      names = "--scale",
      paramLabel = "F",
      description = "Pixels of the picture per pixel of the window, 0.5 to 4.")
  private Optional<Double> scale;

  private final Windows windows;

  /**
   * The verb.
   *
   * @param windows opens the windows that are shown
   */
  public ScreenshotVerb(Terminal terminal, Windows windows) {
    super(terminal);
    this.windows = windows;
  }

  /** Has the help name the states, which are asked for only then. */
  public static void nameStates(CommandLine screenshot, Windows windows) {
    screenshot
        .getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            help -> {
              help.commandSpec()
                  .usageMessage()
                  .description(
                      "",
                      "Every state is brought about in a window of its own by what a user would do: "
                          + String.join(", ", windows.states())
                          + ".");
              return help.description();
            });
  }

  @Override
  protected Answer run(Progress progress) {
    if (theme.isPresent() && !List.of("light", "dark").contains(theme.get())) {
      throw usage("--theme is light or dark, not " + theme.get());
    }
    if (scale.isPresent() && !(scale.get() >= 0.5 && scale.get() <= 4)) {
      throw usage("--scale is a number from 0.5 to 4, not " + scale.get());
    }
    var wanted =
        new PicturesWanted(
            folder,
            model,
            data,
            states,
            theme,
            size.map(this::size),
            scale.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    return new Pictures(windows.pictures(wanted, progress));
  }

  private PicturesWanted.Size size(String text) {
    var size = SIZE.matcher(text);
    if (!size.matches()) {
      throw usage("--size is width and height in pixels such as 1480x940, not " + text);
    }
    return new PicturesWanted.Size(
        Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
  }

  private record Pictures(List<Path> files) implements Answer {
    @Override
    public JsonObject json() {
      var names = new JsonArray();
      files.forEach(file -> names.add(file.toString()));
      var json = new JsonObject();
      json.add("files", names);
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      files.forEach(file -> out.println("Wrote " + file));
    }
  }
}
