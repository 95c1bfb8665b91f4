/**
 * Every reader of files against seeded damage: {@link org.weighbridge.fuzz.ReaderContract} is
 * inherited by a test per reader.
 */
@NullMarked
package org.weighbridge.fuzz;

import org.jspecify.annotations.NullMarked;
