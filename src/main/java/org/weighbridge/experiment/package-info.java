/**
 * Configurations, runs and what makes them repeatable: everything the window and the command line
 * share.
 */
@NullMarked
package org.weighbridge.experiment;

import org.jspecify.annotations.NullMarked;
