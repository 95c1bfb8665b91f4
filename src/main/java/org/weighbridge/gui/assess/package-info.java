/** How bounds to test are found: the plan of an assessment and its parameters. */
@NullMarked
package org.weighbridge.gui.assess;

import org.jspecify.annotations.NullMarked;
