/**
 * Positions and bins of small layers coded together: whether a weight is kept, its sign and its
 * magnitude, all predicted from the weights before. May use codec, codec.mixing and job.
 */
@NullMarked
package org.weighbridge.codec.joint;

import org.jspecify.annotations.NullMarked;
