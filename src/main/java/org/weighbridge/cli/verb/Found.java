package org.weighbridge.cli.verb;

import org.weighbridge.experiment.SearchResult;

/**
 * Bounds that were chosen.
 *
 * @param result the search
 * @param samples what samples they were chosen by, for people
 */
record Found(SearchResult result, String samples) {}
