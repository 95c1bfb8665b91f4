/** Searches over per-layer bounds: step three of DeepSZ. May use assessment. */
@NullMarked
package org.weighbridge.optimizer;

import org.jspecify.annotations.NullMarked;
