/**
 * Chooses figures and tables for a result and writes them into a folder. Start at ReportWriter. May
 * use experiment and figure.
 */
@NullMarked
package org.weighbridge.report;

import org.jspecify.annotations.NullMarked;
