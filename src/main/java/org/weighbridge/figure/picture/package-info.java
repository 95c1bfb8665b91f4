/**
 * Pictures of figures, drawn with Java2D in points (1/72 inch) on whatever {@code Graphics2D} is
 * given. Start at PngWriter and FigurePainter. The only package that uses {@code java.awt}.
 */
@NullMarked
package org.weighbridge.figure.picture;

import org.jspecify.annotations.NullMarked;
