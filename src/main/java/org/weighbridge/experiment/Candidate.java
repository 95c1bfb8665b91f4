package org.weighbridge.experiment;

import org.weighbridge.assessment.Assessment;

/**
 * What a coder offers for a network.
 *
 * @param assessment the points it was chosen from
 * @param best the configuration to use, measured on the samples to choose by
 * @param reached whether it keeps the budget there
 * @param encoder remembers what it coded last
 */
record Candidate(Assessment assessment, Trial best, boolean reached, ModelEncoder encoder) {}
