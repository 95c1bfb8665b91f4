package org.weighbridge.experiment;

import java.util.Optional;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.LayerCodec;

/**
 * How a network is coded, whatever the bounds of its layers.
 *
 * @param codec the codec's id
 * @param effort how hard it tries
 * @param belowBound whether weights below their bound may become zero
 * @param smallTensors the bound of every small tensor; empty when they are carried along losslessly
 */
public record Coding(
    String codec, Effort effort, BelowBound belowBound, Optional<ErrorBound> smallTensors) {
  /** What is used unless the user asks for something else. */
  public static final Coding DEFAULT =
      new Coding(Codecs.DEFAULT, Effort.BALANCED, BelowBound.DROP, Optional.empty());

  public Coding withCodec(String other) {
    return new Coding(other, effort, belowBound, smallTensors);
  }

  public Coding withEffort(Effort other) {
    return new Coding(codec, other, belowBound, smallTensors);
  }

  public Coding withBelowBound(BelowBound other) {
    return new Coding(codec, effort, other, smallTensors);
  }

  public Coding withSmallTensors(Optional<ErrorBound> bound) {
    return new Coding(codec, effort, belowBound, bound);
  }

  /**
   * The codec itself.
   *
   * @throws org.weighbridge.fault.Fault when there is none of that id
   */
  public LayerCodec layerCodec() {
    return Codecs.byId(codec);
  }

  /** Small tensors have error bounds: where the codec keeps none, the usual one codes them. */
  public String smallTensorCodec() {
    return layerCodec().axis() instanceof Axis.Bounds ? codec : Codecs.DEFAULT;
  }
}
