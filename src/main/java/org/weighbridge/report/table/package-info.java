/**
 * Tables as values that know each number twice, as people read it and in full, and their forms:
 * CSV, LaTeX, Markdown. Start at Table. May use figure, whose numbers and CSV these share.
 */
@NullMarked
package org.weighbridge.report.table;

import org.jspecify.annotations.NullMarked;
