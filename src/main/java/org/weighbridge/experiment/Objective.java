package org.weighbridge.experiment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a search over error bounds is after. */
public sealed interface Objective {
  /**
   * The best of some trials, also of a search that was cancelled; empty when none meets this.
   *
   * @param trials as a search's listener heard of them
   */
  Optional<Trial> best(List<Trial> trials);

  /** In a few words, for notes. */
  String words();

  /** The smallest file that loses at most this many percentage points of accuracy. */
  record LeastSize(double maxLossPoints) implements Objective {
    @Override
    public String words() {
      return "loss at most "
          + new BigDecimal(String.valueOf(maxLossPoints)).toPlainString()
          + " pp";
    }

    @Override
    public Optional<Trial> best(List<Trial> trials) {
      return trials.stream()
          .filter(trial -> trial.keeps(maxLossPoints))
          .min(Comparator.comparingLong(trial -> trial.choice().predictedBytes()));
    }
  }

  /** The least loss of accuracy in a file of at most this many bytes. */
  record LeastLoss(long maxBytes) implements Objective {
    @Override
    public String words() {
      return "size at most " + maxBytes + " bytes";
    }

    @Override
    public Optional<Trial> best(List<Trial> trials) {
      return trials.stream()
          .filter(trial -> trial.choice().predictedBytes() <= maxBytes)
          .min(Comparator.comparingDouble(Trial::lossPoints));
    }
  }
}
