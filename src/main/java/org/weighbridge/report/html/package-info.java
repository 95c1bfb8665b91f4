/**
 * A page of HTML that stands for itself and is well-formed XML, too: an escaping writer, tables,
 * figures. Start at Html. May use report.table and figure.
 */
@NullMarked
package org.weighbridge.report.html;

import org.jspecify.annotations.NullMarked;
