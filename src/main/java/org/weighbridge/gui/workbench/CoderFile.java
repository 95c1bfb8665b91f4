package org.weighbridge.gui.workbench;

import java.util.Optional;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredFile;

/**
 * The file of one coder within the loss budget.
 *
 * @param coder its id
 * @param choice what its curves choose within the budget; empty where there is none
 * @param obstacle why there is no file, in a few words; empty where there is one
 */
public record CoderFile(String coder, Optional<Choice> choice, String obstacle) {
  /**
   * What was chosen and encoded.
   *
   * @param predictedLossPoints sum of the layers' losses, validation split
   */
  public record Choice(
      Configuration configuration, double predictedLossPoints, MeasuredFile file) {}

  static CoderFile without(String coder, String obstacle) {
    return new CoderFile(coder, Optional.empty(), obstacle);
  }

  static CoderFile of(String coder, Choice choice) {
    return new CoderFile(coder, Optional.of(choice), "");
  }
}
