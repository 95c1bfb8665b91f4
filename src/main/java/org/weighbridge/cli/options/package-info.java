/** Options that several verbs share, one class per group. */
@NullMarked
package org.weighbridge.cli.options;

import org.jspecify.annotations.NullMarked;
