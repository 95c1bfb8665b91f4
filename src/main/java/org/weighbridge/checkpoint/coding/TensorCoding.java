package org.weighbridge.checkpoint.coding;

import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Setting;

/**
 * How a tensor is to be coded.
 *
 * @param codec the id of its codec, options included
 * @param setting what the codec is asked for
 */
public record TensorCoding(String codec, Setting setting) {
  LayerCodec layerCodec() {
    return Codecs.byId(codec);
  }

  /** Whether the values of the whole tensor decide the bound. */
  boolean relative() {
    return setting instanceof ErrorBound bound && bound.mode() != ErrorBound.Mode.ABSOLUTE;
  }
}
