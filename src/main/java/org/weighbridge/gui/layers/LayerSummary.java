package org.weighbridge.gui.layers;

import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.tensor.Shape;

/**
 * What the table says of a layer, without its weights: cells outlive the network they showed.
 *
 * @param index position among the layers
 * @param kept the number of weights that are not zero
 * @param sparsity the fraction of weights that are zero, 0 to 1
 */
record LayerSummary(
    String name,
    String operator,
    Shape shape,
    int index,
    long weights,
    long bytes,
    long kept,
    double sparsity) {
  static LayerSummary of(LayerFacts facts) {
    var layer = facts.layer();
    return new LayerSummary(
        layer.name(),
        layer.operator(),
        layer.shape(),
        facts.index(),
        facts.weights(),
        facts.bytes(),
        facts.kept(),
        facts.sparsity());
  }
}
