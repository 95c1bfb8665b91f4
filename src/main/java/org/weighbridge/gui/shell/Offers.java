package org.weighbridge.gui.shell;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.gui.action.Actions;
import org.weighbridge.gui.palette.Command;
import org.weighbridge.gui.welcome.WelcomeViewModel;
import org.weighbridge.gui.workbench.Workbench;

/** All that the palette offers: the actions, and what there is to select and to open. */
final class Offers {
  private final Workbench workbench;
  private final Actions actions;
  private final WelcomeViewModel welcome;

  Offers(Workbench workbench, Actions actions, WelcomeViewModel welcome) {
    this.workbench = workbench;
    this.actions = actions;
    this.welcome = welcome;
  }

  List<Command> commands() {
    var all = new ArrayList<Command>();
    actions.all().stream()
        .filter(action -> !action.id().equals("palette"))
        .map(Command::of)
        .forEach(all::add);
    var subject = workbench.subject().get();
    if (subject != null) {
      for (var layer : subject.layers()) {
        all.add(
            Command.of(
                "Select layer " + layer.layer().name(),
                "Layer",
                () -> workbench.selected().set(layer.id())));
      }
    }
    for (var sample : welcome.samples()) {
      all.add(
          Command.of("Open sample " + sample.title(), "Sample", () -> welcome.open(sample.file())));
    }
    for (var one : welcome.recent()) {
      String missing = one.missing() ? "It is no longer in " + one.file().getParent() + "." : "";
      all.add(
          new Command(
              "Open recent " + one.name(), "Recent", "", missing, () -> welcome.open(one.file())));
    }
    return all;
  }
}
