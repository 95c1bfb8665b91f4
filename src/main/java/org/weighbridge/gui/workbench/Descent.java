package org.weighbridge.gui.workbench;

import java.util.List;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.training.Epoch;
import org.weighbridge.training.TrainingPlan;

/**
 * What made a retrained network of another, to the end of the training.
 *
 * @param parent the network that was trained
 * @param pruning of it, before or while it was trained; may be of nothing
 * @param plan as it was carried out
 * @param epochs how it went
 */
public record Descent(Base parent, PruningChoices pruning, TrainingPlan plan, List<Epoch> epochs) {
  public Descent {
    epochs = List.copyOf(epochs);
  }
}
