package org.weighbridge.gui.workbench;

import java.util.LinkedHashMap;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.network.LayerId;

/**
 * Which coder codes which layer. A coder that is chosen finds every layer set as it was left; one
 * that is new to a layer takes over what it can take, and else begins with its own start.
 */
public final class Coders {
  private final History<Configuration> history;
  private final LastSettings last;

  Coders(History<Configuration> history, LastSettings last) {
    this.history = history;
    this.last = last;
  }

  /** The coder of all layers that have none of their own. */
  public LayerCodec get() {
    return history.get().coding().layerCodec();
  }

  /** The coder of a layer. */
  public LayerCodec of(LayerId layer) {
    return history.get().codec(layer);
  }

  /** Codes in another way; where that is another coder, all layers have it. */
  public void use(Coding coding) {
    history.set(with(history.get(), coding));
  }

  /** Codes all layers with one coder. */
  public void use(String coder) {
    var now = history.get();
    if (!coder.equals(now.coding().codec()) || now.mixed()) {
      use(now.coding().withCodec(coder));
    }
  }

  /** Codes one layer with a coder of its own, unless it is locked. */
  public void use(LayerId layer, String coder) {
    var now = history.get();
    now.setting(layer)
        .filter(old -> !coder.equals(now.coder(layer)))
        .ifPresent(
            old -> history.set(now.with(layer, coder, setting(layer, old, Codecs.byId(coder)))));
  }

  /** The same configuration coded in another way. */
  Configuration with(Configuration now, Coding coding) {
    if (coding.codec().equals(now.coding().codec()) && !coding.equals(now.coding())) {
      return now.withCoding(coding); // effort and the like: layers keep the coders they have
    }
    var codec = coding.layerCodec();
    var settings = new LinkedHashMap<LayerId, Setting>();
    now.settings()
        .forEach(
            (layer, old) ->
                settings.put(
                    layer,
                    now.coder(layer).equals(coding.codec()) ? old : setting(layer, old, codec)));
    return new Configuration(coding, settings);
  }

  private Setting setting(LayerId layer, Setting old, LayerCodec codec) {
    var axis = codec.axis();
    return last.of(layer, codec)
        .orElseGet(() -> axis.place(old).isPresent() || bounds(axis, old) ? old : axis.start());
  }

  private static boolean bounds(Axis axis, Setting old) {
    return axis instanceof Axis.Bounds && axis.takes(old);
  }
}
