package org.weighbridge.gui.screenshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import org.weighbridge.gui.mask.MaskMode;
import org.weighbridge.gui.mask.MaskView;
import org.weighbridge.gui.shell.Desk;
import org.weighbridge.gui.theme.Theme;
import org.weighbridge.gui.workbench.LayerFacts;

/**
 * The states of the window that are worth a picture, by name, and how each is brought about by what
 * a user would do.
 */
final class WindowStates {
  private static final int FIRST_POINTS = 8;
  private static final double FAR_TOO_MUCH = 0.15;
  private static final double FEW = 0.02;

  private final Map<String, WindowState> all = new LinkedHashMap<>();
  private final Consumer<Desk> open;

  /**
   * The states.
   *
   * @param model to be open; the bundled sample when empty
   * @param data its data set as the user names it; the sidecar's when empty
   */
  WindowStates(Optional<Path> model, Optional<String> data) {
    open = desk -> desk.open(model, data);
    state("welcome", Look.USUAL, List.of(Step.idle()));
    state(
        "loading",
        Look.USUAL,
        opened(
            Step.when(
                (desk, idle) ->
                    desk.workbench().subject().get() != null
                        && desk.workbench().evaluation().get() == null,
                desk -> {})));
    state(
        "assessing",
        Look.USUAL,
        opened(
            Step.when(
                (desk, idle) -> desk.workbench().evaluation().get() != null, action("assess")),
            Step.when((desk, idle) -> points(desk) >= FIRST_POINTS, desk -> {})));
    state("idle", Look.USUAL, assessed());
    state(
        "searching",
        Look.USUAL,
        opened(Step.whenIdle(action("optimize")), Step.when((d, i) -> searching(d), d -> {})));
    state("over-budget", Look.USUAL, assessed(Step.whenIdle(WindowStates::tooMuch)));
    state("comparing", Look.USUAL, compared());
    state(
        "codebook",
        Look.USUAL,
        assessed(Step.whenIdle(coder("codebook")), Step.whenIdle(WindowStates::assess)));
    state("rivals", Look.USUAL, assessed(Step.whenIdle(WindowStates::compare)));
    state("scatter", Look.USUAL, assessed(Step.whenIdle(WindowStates::showPoints)));
    state("beside", Look.USUAL, assessed(Step.whenIdle(WindowStates::showRival)));
    state(
        "coders",
        Look.USUAL,
        assessed(
            Step.whenIdle(action("compare-coders")),
            Step.whenIdle(desk -> desk.workbench().coderFiles().wanted().set(true))));
    state("palette", Look.USUAL, opened(Step.whenIdle(action("palette")), Step.idle()));
    state("shortcuts", Look.USUAL, opened(Step.whenIdle(action("shortcuts")), Step.idle()));
    state("about", Look.USUAL, opened(Step.whenIdle(action("about")), Step.idle()));
    state("exporting", Look.USUAL, assessed(Step.whenIdle(WindowStates::export)));
    state("reporting", Look.USUAL, opened(Step.whenIdle(action("report")), Step.idle()));
    state("pruning", Look.USUAL, opened(Step.whenIdle(WindowStates::prune), Step.idle()));
    state("error", Look.USUAL, List.of(Step.whenIdle(WindowStates::openNothing), Step.idle()));
    state("dark", Look.USUAL.withTheme(Theme.DARK), compared());
    state("small", Look.SMALL, compared());
    state("scaled", Look.USUAL.withScale(2), assessed());
  }

  /** All of them, by name. */
  Map<String, WindowState> all() {
    return all;
  }

  private void state(String name, Look look, List<Step> steps) {
    all.put(name, new WindowState(name, look, steps));
  }

  private List<Step> opened(Step... then) {
    var steps = new ArrayList<Step>();
    steps.add(Step.whenIdle(open));
    steps.addAll(List.of(then));
    return steps;
  }

  private List<Step> assessed(Step... then) {
    var steps = new ArrayList<>(opened(Step.whenIdle(WindowStates::assess)));
    steps.addAll(List.of(then));
    steps.add(Step.idle());
    return steps;
  }

  /** What the optimizer proposes beside what was opened. */
  private List<Step> compared() {
    return assessed(
        Step.whenIdle(
            desk -> desk.workbench().runs().pin(desk.workbench().runs().all().getFirst())),
        Step.whenIdle(action("optimize")),
        Step.whenIdle(action("use")));
  }

  private static void showPoints(Desk desk) {
    if (desk.scene().getRoot().lookup("#error-points") instanceof ToggleButton points) {
      points.setSelected(true);
    }
  }

  private static void showRival(Desk desk) {
    desk.workbench().beside().coder().set("linear");
    desk.workbench().subject().get().layers().stream()
        .min(Comparator.comparingLong(LayerFacts::weights))
        .ifPresent(layer -> desk.workbench().selected().set(layer.id()));
    action("compare-masks").accept(desk);
    if (desk.scene().getRoot().lookup(".mask-view") instanceof MaskView mask) {
      mask.setMode(MaskMode.BINS);
    }
  }

  private static void export(Desk desk) {
    desk.scene().getRoot().lookup(".bytes-row").requestFocus();
    action("export-figure").accept(desk);
  }

  private static Consumer<Desk> coder(String id) {
    return desk -> desk.workbench().coders().use(id);
  }

  private static Consumer<Desk> action(String id) {
    return desk -> desk.actions().get(id).perform(reason -> {});
  }

  /** Networks that take long are not assessed by themselves. */
  private static void assess(Desk desk) {
    if (desk.workbench().assessing().assessment().get() == null) {
      action("assess").accept(desk);
    }
  }

  /** One line for each: those that are compared usually, and one more. */
  private static void compare(Desk desk) {
    desk.workbench().comparingCoders().wanted().add("lowrank");
    action("compare-coders").accept(desk);
  }

  private static void tooMuch(Desk desk) {
    desk.workbench().subject().get().layers().stream()
        .max(Comparator.comparingLong(LayerFacts::weights))
        .ifPresent(layer -> desk.workbench().bounds().set(layer.id(), FAR_TOO_MUCH));
  }

  private static void prune(Desk desk) {
    action("show-side-training").accept(desk);
    desk.workbench()
        .pruning()
        .set(desk.workbench().subject().get().layers().stream().map(LayerFacts::id).toList(), FEW);
  }

  private static void openNothing(Desk desk) {
    desk.open(Optional.of(Path.of("missing.onnx")), Optional.empty());
  }

  private static int points(Desk desk) {
    var assessment = desk.workbench().assessing().assessment().get();
    return assessment == null
        ? 0
        : assessment.curves().stream().mapToInt(curve -> curve.points().size()).sum();
  }

  private static boolean searching(Desk desk) {
    var search = desk.workbench().optimizing().running().get();
    return search != null && search.progress().get().fraction() > 0.4;
  }
}
