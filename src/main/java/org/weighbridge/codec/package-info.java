/**
 * The contract of every compression method: LayerCodec. May use tensor and job; never sees a
 * network or a file.
 */
@NullMarked
package org.weighbridge.codec;

import org.jspecify.annotations.NullMarked;
