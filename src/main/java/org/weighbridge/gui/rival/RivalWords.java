package org.weighbridge.gui.rival;

import org.weighbridge.codec.Axis;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Setting;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.bounds.Scales;
import org.weighbridge.gui.workbench.Reconstruction;
import org.weighbridge.gui.workbench.Rival;

/** Codings of one layer by name: the coder, and what it is set to. */
public final class RivalWords {
  private RivalWords() {}

  /** The coder that a layer has. */
  public static String of(Reconstruction one) {
    var codec = one.configuration().codec(one.layer());
    return codec.axis() instanceof Axis.Bounds
        ? codec.label() + " ε " + Numbers.bound(one.bound())
        : one.configuration()
            .setting(one.layer())
            .map(set -> of(codec, set))
            .orElseGet(codec::label);
  }

  public static String of(Rival rival) {
    return of(rival.codec(), rival.setting());
  }

  /** A coder and what it is set to. */
  public static String of(LayerCodec codec, Setting setting) {
    return codec.label() + " " + Scales.words(codec.axis(), setting);
  }
}
