/**
 * Figures of cards as files and on the clipboard, and reports: what is asked of the user first, and
 * the work. {@code PictureViewModel} is what both ask. Uses the cards' requests, the overlay, jobs
 * and notices.
 */
@NullMarked
package org.weighbridge.gui.export;

import org.jspecify.annotations.NullMarked;
