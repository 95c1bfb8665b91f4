/** Entropy coders and the models that drive them. May use codec and job. */
@NullMarked
package org.weighbridge.codec.entropy;

import org.jspecify.annotations.NullMarked;
