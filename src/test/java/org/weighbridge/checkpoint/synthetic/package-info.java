/** Checkpoints of any size with weights as trained ones have them, made for tests. */
@NullMarked
package org.weighbridge.checkpoint.synthetic;

import org.jspecify.annotations.NullMarked;
