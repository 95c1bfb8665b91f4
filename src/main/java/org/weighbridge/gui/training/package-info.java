/** The panel of retraining: plan, course, and what to do with the result. */
@NullMarked
package org.weighbridge.gui.training;

import org.jspecify.annotations.NullMarked;
