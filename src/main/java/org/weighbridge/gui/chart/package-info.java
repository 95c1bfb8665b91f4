/**
 * Charts and the cards they sit in, each a Region with a small API and no business logic. The only
 * room that knows ChartFX. Uses gui.theme and JavaFX.
 */
@NullMarked
package org.weighbridge.gui.chart;

import org.jspecify.annotations.NullMarked;
