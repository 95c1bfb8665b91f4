/** What this program is, as which version it runs and on what. Uses the actions' overlay. */
@NullMarked
package org.weighbridge.gui.about;

import org.jspecify.annotations.NullMarked;
