/**
 * What was tried: the table of runs, its filter, the parallel coordinates, and what can be done
 * with a run. The view-models know no controls; uses {@code gui.workbench}.
 */
@NullMarked
package org.weighbridge.gui.runs;

import org.jspecify.annotations.NullMarked;
