package org.weighbridge.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import picocli.CommandLine.Option;

/** Which layers are assessed at which error bounds. */
public final class SearchOptions {
  @Option(
      names = "--layers",
      paramLabel = "NAMES",
      order = 40,
      split = ",",
      description = "Only these layers, separated by commas; the others stay exact.")
  private List<String> layers;

  @Option(
      names = "--grid",
      paramLabel = "FROM:TO:N",
      order = 41,
      converter = GridConverter.class,
      description =
          "Assess N bounds in equal steps on a log scale; without it, DeepSZ's way: find the decade"
              + " in which a layer begins to lose, then test 1 to 9 in it.")
  private Optional<AssessmentPlan.LogGrid> grid = Optional.empty();

  /**
   * The layers to assess, in network order.
   *
   * @throws org.weighbridge.fault.Fault when one is not in the network
   */
  public List<LayerId> layers(Network network) {
    if (layers == null) {
      return network.layers().stream().map(Layer::id).toList();
    }
    var chosen = new ArrayList<LayerId>();
    for (String name : layers) {
      chosen.add(
          network
              .layer(new LayerId(name))
              .orElseThrow(() -> LayerValues.unknown(name, network))
              .id());
    }
    return chosen;
  }

  /**
   * The bounds to assess.
   *
   * @param lossPoints the largest loss of interest: DeepSZ's test of a layer ends beyond it
   */
  public AssessmentPlan plan(double lossPoints) {
    return grid.<AssessmentPlan>map(plan -> plan)
        .orElseGet(() -> AssessmentPlan.DeepSz.upTo(lossPoints));
  }
}
