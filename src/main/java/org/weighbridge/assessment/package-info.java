/**
 * Accuracy and size of each layer against its error bound: step two of DeepSZ. May use codec,
 * prune, inference.
 */
@NullMarked
package org.weighbridge.assessment;

import org.jspecify.annotations.NullMarked;
