/**
 * Configurations, the search for one, and encoding, decoding and verifying whole models: the work
 * that the window and the command line share. Start at ConfigurationSearch and ModelEncoder;
 * Comparison puts coders side by side. May use optimizer, container and what these use, and Gson.
 */
@NullMarked
package org.weighbridge.experiment;

import org.jspecify.annotations.NullMarked;
