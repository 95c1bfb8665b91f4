package org.weighbridge.assessment;

import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;

/**
 * One test: one layer at one error bound, all other layers exact.
 *
 * @param bound absolute error bound
 * @param accuracy of the network with this layer reconstructed
 * @param lossPoints accuracy lost against the baseline in percentage points, may be negative
 * @param flips against the baseline
 * @param bytes encoded size of the layer
 * @param maxError largest |decoded - original| of the layer
 */
public record AssessmentPoint(
    double bound, Accuracy accuracy, double lossPoints, Flips flips, long bytes, double maxError) {}
