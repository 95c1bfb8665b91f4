package org.weighbridge.cli.verb;

import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.report.BeforeAfter;

/**
 * A model encoded, and how it came to that.
 *
 * @param defaulted whether nobody chose the bounds
 * @param change accuracy before and after; null when it was not measured
 * @param dataset what {@code change} was measured on; empty when it was not
 * @param found how the bounds were chosen; null when they were given
 */
record Encoding(
    EncodedModel model,
    boolean defaulted,
    @Nullable BeforeAfter change,
    String dataset,
    @Nullable Found found) {}
