/**
 * Results as figures, tables, sentences and JSON, and the folder of them. Start at ReportInput and
 * ReportWriter. May use experiment, training and figure, and Gson.
 */
@NullMarked
package org.weighbridge.report;

import org.jspecify.annotations.NullMarked;
