/**
 * Handwriting-like pictures of digits, generated from a seed, the same on every platform. Start at
 * DigitGenerator. Uses only the JDK: exact arithmetic and StrictMath.
 */
@NullMarked
package org.weighbridge.dataset.digits;

import org.jspecify.annotations.NullMarked;
