/**
 * Records as JSON, for every file that keeps what was chosen and measured: sessions, run logs,
 * recipes. Start at RecordJson. May use Gson and what the values it knows are made of.
 */
@NullMarked
package org.weighbridge.experiment.json;

import org.jspecify.annotations.NullMarked;
