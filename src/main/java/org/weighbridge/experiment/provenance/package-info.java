/**
 * Where a result comes from: which program on which machine, of which model and data. Start at
 * Provenance. May use what experiment may use.
 */
@NullMarked
package org.weighbridge.experiment.provenance;

import org.jspecify.annotations.NullMarked;
