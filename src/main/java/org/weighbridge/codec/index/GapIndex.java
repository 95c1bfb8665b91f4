package org.weighbridge.codec.index;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * DeepSZ's index array: one byte per kept weight, its distance from the kept weight before, then
 * best-fit lossless compression (Jin et al., HPDC 2019; relative indices after Han et al., ICLR
 * 2016).
 *
 * <p>The distance is counted from position -1 at the start, so that it is at least 1. The padding
 * rule: a byte 0 is padding, moves on by 255 positions and keeps nothing; a distance d is (d - 1) /
 * 255 paddings and one byte from 1 to 255 for the rest. Distances 1 to 255 take one byte, 256 to
 * 510 two. Paddings have no entry in the data array, and zeros after the last kept weight have no
 * bytes. (DeepSZ's released decoder cannot read a padding at the very start; this rule has no
 * exception.)
 */
public record GapIndex() implements IndexCoder {
  private static final int FULL = 255;

  @Override
  public String name() {
    return "gap8";
  }

  @Override
  public String nameOf(ByteReader in) {
    return name() + "+" + LosslessRace.GENERAL.nameOf(in);
  }

  @Override
  public boolean races(Mask mask, Effort effort) {
    return effort.affords(mask);
  }

  @Override
  public byte[] encode(Mask mask, Effort effort, Progress progress) {
    return LosslessRace.GENERAL.compress(gaps(mask), effort, progress);
  }

  static byte[] gaps(Mask mask) {
    var gaps = new ByteWriter();
    int previous = -1;
    for (int position : mask.positions()) {
      int distance = position - previous;
      previous = position;
      for (; distance > FULL; distance -= FULL) {
        gaps.u8(0);
      }
      gaps.u8(distance);
    }
    return gaps.toBytes();
  }

  @Override
  public Mask decode(ByteReader in, Shape shape, Progress progress) {
    var mask = Mask.empty(shape);
    // every byte moves on by at least one position
    byte[] gaps = LosslessRace.GENERAL.decompress(in, mask.size());
    long position = -1;
    for (int i = 0; i < gaps.length; i++) {
      int distance = gaps[i] & 0xff;
      position += distance == 0 ? FULL : distance;
      if (position >= mask.size()) {
        throw new MalformedStreamException(i, "a kept weight lies behind the end of the layer");
      }
      if (distance != 0) {
        mask.set((int) position);
      }
    }
    return mask;
  }
}
