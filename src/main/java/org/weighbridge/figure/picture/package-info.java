/**
 * Pictures of figures, drawn with Java2D in points (1/72 inch) on whatever {@code Graphics2D} is
 * given: pixels, Apache Batik's for SVG, or pdfbox-graphics2d's for PDF. Start at FigureFiles. The
 * only package that uses {@code java.awt} and those libraries, which are loaded when the first
 * figure of their format is written.
 */
@NullMarked
package org.weighbridge.figure.picture;

import org.jspecify.annotations.NullMarked;
