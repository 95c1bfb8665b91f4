package org.weighbridge.workflow;

import java.util.Optional;
import org.weighbridge.codec.Setting;

/**
 * How a layer is to be coded.
 *
 * @param coder the id of its codec, where it has one of its own
 * @param setting what the codec is asked for
 */
public record CodedAs(Optional<String> coder, Setting setting) {
  /** By the codec of all layers. */
  public static CodedAs of(Setting setting) {
    return new CodedAs(Optional.empty(), setting);
  }
}
