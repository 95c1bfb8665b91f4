package org.weighbridge.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Setting;
import org.weighbridge.network.LayerId;
import org.weighbridge.optimizer.Choice;

/**
 * Every choice that decides the encoded file: the one thing that sliders move, undo restores and
 * runs are keyed by.
 *
 * @param coding how layers are coded
 * @param settings what the codec is asked for, layer by layer, in network order; a layer without a
 *     setting is carried along losslessly
 * @param coders the codecs of those layers that are not coded by the codec of {@code coding}
 */
public record Configuration(
    Coding coding, Map<LayerId, Setting> settings, Map<LayerId, String> coders) {
  public Configuration {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    var others = new LinkedHashMap<LayerId, String>();
    for (LayerId layer : settings.keySet()) {
      String coder = coders.get(layer);
      if (coder != null && !coder.equals(coding.codec())) {
        others.put(layer, coder);
      }
    }
    coders = Collections.unmodifiableMap(others);
  }

  /** One codec for all layers. */
  public Configuration(Coding coding, Map<LayerId, ? extends Setting> settings) {
    this(coding, Collections.unmodifiableMap(settings), Map.of());
  }

  /**
   * The layers as an optimizer chose them, each with the codec that its point was measured with.
   * Those that it left alone have no setting.
   */
  public static Configuration of(Coding coding, Choice choice) {
    var settings = new LinkedHashMap<LayerId, Setting>();
    var coders = new LinkedHashMap<LayerId, String>();
    choice
        .points()
        .forEach(
            (layer, point) -> {
              if (point.coded()) {
                settings.put(layer, point.setting());
                coders.put(layer, point.coder());
              }
            });
    return new Configuration(coding, settings, coders);
  }

  public Optional<Setting> setting(LayerId layer) {
    return Optional.ofNullable(settings.get(layer));
  }

  /** Where the setting of a layer lies on the axis of its codec; empty when it lies beside it. */
  public OptionalDouble place(LayerId layer) {
    var setting = settings.get(layer);
    return setting == null ? OptionalDouble.empty() : codec(layer).axis().place(setting);
  }

  /** The id of a layer's codec. */
  public String coder(LayerId layer) {
    return coders.getOrDefault(layer, coding.codec());
  }

  /**
   * The codec of a layer.
   *
   * @throws org.weighbridge.fault.Fault when there is none of that id
   */
  public LayerCodec codec(LayerId layer) {
    return Codecs.byId(coder(layer));
  }

  /** Whether layers have different codecs. */
  public boolean mixed() {
    return settings.keySet().stream().map(this::coder).distinct().count() > 1;
  }

  CodecSettings codecSettings(Setting setting) {
    return new CodecSettings(setting, coding.effort(), coding.belowBound());
  }

  public Configuration with(LayerId layer, Setting setting) {
    var changed = new LinkedHashMap<>(settings);
    changed.put(layer, setting);
    return new Configuration(coding, changed, coders);
  }

  /** Another codec and setting for one layer. */
  public Configuration with(LayerId layer, String coder, Setting setting) {
    var changed = new LinkedHashMap<>(coders);
    changed.put(layer, coder);
    return new Configuration(coding, with(layer, setting).settings, changed);
  }

  /** Carries a layer along losslessly. */
  public Configuration without(LayerId layer) {
    var changed = new LinkedHashMap<>(settings);
    changed.remove(layer);
    return new Configuration(coding, changed, coders);
  }

  /**
   * Another coding. Another codec is one for all layers; settings that it does not know become what
   * it begins with.
   */
  public Configuration withCoding(Coding other) {
    if (other.codec().equals(coding.codec())) {
      return new Configuration(other, settings, coders);
    }
    var axis = other.layerCodec().axis();
    var known = new LinkedHashMap<LayerId, Setting>();
    settings.forEach((layer, old) -> known.put(layer, axis.takes(old) ? old : axis.start()));
    return new Configuration(other, known);
  }
}
