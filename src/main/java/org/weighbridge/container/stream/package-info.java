/**
 * The .wbz file of version 2: a checkpoint of tensors as records that are appended one after the
 * other, so that a part-written file says itself how far it is, and any piece can be read alone.
 * Described byte by byte in {@code docs/format-2.md}. Start at StreamPlan. May use what container
 * may use; what tensors mean is not known here.
 */
@NullMarked
package org.weighbridge.container.stream;

import org.jspecify.annotations.NullMarked;
