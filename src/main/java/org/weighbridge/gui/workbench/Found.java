package org.weighbridge.gui.workbench;

import org.weighbridge.experiment.Configuration;

/**
 * What was found out of a configuration.
 *
 * @param nanos from the change that made it the current one until this was there
 */
public record Found<T>(Configuration configuration, T value, long nanos) {}
