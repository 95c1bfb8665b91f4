package org.weighbridge.prune;

import java.util.Map;
import java.util.Set;
import org.weighbridge.network.LayerId;

/** By what it is decided which units of which layers are kept. */
public sealed interface Criterion {
  /** The layers that are pruned. */
  Set<LayerId> layers();

  /** A rule for each layer. */
  record PerLayer(Map<LayerId, PruningRule> rules) implements Criterion {
    public PerLayer {
      rules = Map.copyOf(rules);
    }

    @Override
    public Set<LayerId> layers() {
      return rules.keySet();
    }
  }

  /**
   * One threshold for all layers.
   *
   * @param keep the fraction of all their weights that stays, 0 to 1; the largest units are kept as
   *     long as their weights are not more
   */
  record Global(Set<LayerId> layers, double keep) implements Criterion {
    public Global {
      layers = Set.copyOf(layers);
      PruningRule.checkFraction(keep);
    }
  }

  /**
   * The N:M pattern: of every {@code ofEvery} consecutive inputs of a neuron, or channels at one
   * place of a filter's kernel, the {@code kept} largest weights stay, as sparse tensor cores want
   * it (Mishra et al., <a href="https://arxiv.org/abs/2104.08378">Accelerating Sparse Deep Neural
   * Networks</a>, 2021). The inputs left over at the end are a group, too.
   */
  record Pattern(Set<LayerId> layers, int kept, int ofEvery) implements Criterion {
    public Pattern {
      layers = Set.copyOf(layers);
      if (kept < 1 || kept >= ofEvery) {
        throw new IllegalArgumentException(
            "%d:%d does not say how many of how many weights stay, such as 2:4"
                .formatted(kept, ofEvery));
      }
    }
  }
}
