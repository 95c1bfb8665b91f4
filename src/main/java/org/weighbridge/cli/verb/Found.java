package org.weighbridge.cli.verb;

import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.SearchResult;

/**
 * Bounds that were chosen.
 *
 * @param result the search
 * @param split that they were chosen by
 * @param samples what samples they were chosen by, for people
 */
record Found(SearchResult result, Split split, String samples) {}
