package org.weighbridge.workflow;

import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;

/**
 * Settings that were chosen.
 *
 * @param objective what was asked for
 * @param result the search
 * @param split the part of the data set that they were chosen by
 * @param samples what samples they were chosen by, for people
 */
public record Found(Objective objective, SearchResult result, Split split, String samples) {}
