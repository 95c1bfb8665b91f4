package org.weighbridge.training.gradient;

/**
 * Where units can be left out while training: a Dropout node of the graph, or the input of a fully
 * connected layer behind another layer.
 *
 * @param tensor the tensor whose values are left out
 * @param layer the first weight behind it, whose density scales the ratio (Han et al., Learning
 *     both Weights and Connections, 2015: ratio × √density); empty when there is none
 * @param ratio what the graph says, 0 when it says nothing
 */
public record DropoutPlace(String tensor, String layer, double ratio) {}
