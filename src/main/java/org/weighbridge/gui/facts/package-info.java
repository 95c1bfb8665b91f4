/** The card of facts about the selected layer and the region of it that is looked at. */
@NullMarked
package org.weighbridge.gui.facts;

import org.jspecify.annotations.NullMarked;
