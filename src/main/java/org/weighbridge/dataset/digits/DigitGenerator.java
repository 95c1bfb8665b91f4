package org.weighbridge.dataset.digits;

/**
 * Draws 28 × 28 pictures of handwriting-like digits in the manner of MNIST: strokes in several
 * styles per digit, a writer's hand, a pen. Each picture depends only on the seed, its stream and
 * its number, so that they can be drawn in any order, and they have the same bytes on every
 * platform.
 *
 * @param seed another seed is another data set of the same kind
 */
public record DigitGenerator(long seed) {
  /** Pixels along one side of a picture. */
  public static final int SIZE = Pen.SIZE;

  /** The number of classes, 0 to 9. */
  public static final int CLASSES = 10;

  /** Each ten pictures in a row show each digit once, in random order: the same number of each. */
  public int label(int stream, int index) {
    int place = index % CLASSES;
    var random = SplitMix.of(seed, stream, Integer.MIN_VALUE + index / CLASSES);
    int[] digits = new int[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      int other = random.below(i + 1);
      digits[i] = digits[other];
      digits[other] = i;
    }
    return digits[place];
  }

  /**
   * Draws a picture.
   *
   * @param stream distinct streams of one seed share no picture
   * @return 28 rows of 28 pixels, 0 paper to 255 ink
   */
  public byte[] image(int stream, int index) {
    var random = SplitMix.of(seed, stream, index);
    var styles = Styles.of(label(stream, index));
    Style style = styles.get(random.below(styles.size()));
    var hand = new Hand(random);
    return new Pen(random).draw(hand.write(style));
  }
}
