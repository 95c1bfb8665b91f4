package org.weighbridge.figure;

/**
 * What a figure is called.
 *
 * @param title a few words; empty for none, as in a paper where the caption stands below
 * @param detail what a reader must know to read it right, such as the number of samples; may be
 *     empty
 */
public record Caption(String title, String detail) {
  public static final Caption NONE = new Caption("", "");
}
