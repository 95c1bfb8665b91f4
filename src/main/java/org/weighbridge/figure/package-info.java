/**
 * Figures as values: what is shown, never how. Start at Figure. The pictures of them are made in
 * {@code figure.picture}; this package uses no toolkit and no other room.
 */
@NullMarked
package org.weighbridge.figure;

import org.jspecify.annotations.NullMarked;
