package org.weighbridge.gui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceDialog;
import javafx.stage.Window;
import org.weighbridge.experiment.session.LoggedNetwork;

/** Asks which network of a log of runs to open. */
final class NetworkChoice {
  /** A network as a line of the list. */
  private record Line(LoggedNetwork network) {
    @Override
    public String toString() {
      return words(network);
    }
  }

  private NetworkChoice() {}

  static Optional<LoggedNetwork> ask(Window owner, List<LoggedNetwork> networks) {
    var lines = networks.stream().map(Line::new).toList();
    var dialog = new ChoiceDialog<>(lines.getLast(), lines);
    dialog.initOwner(owner);
    dialog.setTitle("Open a log of runs");
    dialog.setHeaderText("The log has runs of %d networks.".formatted(networks.size()));
    dialog.setContentText("Network:");
    return dialog.showAndWait().map(Line::network);
  }

  /** Its name, what tells it from others of that name, and how many runs there are. */
  static String words(LoggedNetwork network) {
    int runs = network.runs().size();
    String hash = network.runs().getFirst().sha256();
    return "%s (%s…) · %d %s"
        .formatted(
            network.name(),
            hash.substring(0, Math.min(8, hash.length())),
            runs,
            runs == 1 ? "run" : "runs");
  }
}
