/**
 * What is asked of a model before native code sees it: structure and the sizes of what it makes.
 * What the tensors of a file hold is checked where files are read. May use fault.
 */
@NullMarked
package org.weighbridge.runtime.check;

import org.jspecify.annotations.NullMarked;
