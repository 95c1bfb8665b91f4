package org.weighbridge.gui.mask;

/** Some rows and columns of a matrix, counted from 0, both ends included. */
public record Block(int firstRow, int lastRow, int firstColumn, int lastColumn) {}
