/**
 * What the window costs, measured from outside: starts in processes of their own, and what a window
 * in this process answers through {@link WindowUnderTest}. Knows no toolkit.
 */
@NullMarked
package org.weighbridge.benchmark.window;

import org.jspecify.annotations.NullMarked;
