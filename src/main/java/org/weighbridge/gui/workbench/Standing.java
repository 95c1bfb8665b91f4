package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.inference.Accuracy;

/**
 * How accurate the network was at a point of its way, on the test split.
 *
 * @param what was done last: {@code as opened}, {@code pruned} or {@code retrained}
 */
public record Standing(String what, Accuracy accuracy) {
  /** From the network as opened to that which losses of coding refer to. */
  public static List<Standing> of(Subject subject, EvaluationSetup setup) {
    var way = new ArrayList<Standing>();
    way.add(new Standing("as opened", setup.original().accuracy()));
    var base = subject.base();
    base.before().ifPresent(before -> way.add(new Standing("pruned", before)));
    if (!subject.asOpened()) {
      boolean again = base.retrained() && !subject.pruning().isEmpty();
      way.add(
          new Standing(
              again ? "pruned again" : base.retrained() ? "retrained" : "pruned",
              setup.baseline().accuracy()));
    }
    return way;
  }
}
