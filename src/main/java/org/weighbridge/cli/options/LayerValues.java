package org.weighbridge.cli.options;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One value for all layers, or values for layers by name: {@code 0.01}, {@code
 * fc1.weight=0.02,fc2.weight=0.03}, or both, {@code 0.01,fc1.weight=0.02}.
 *
 * @param others the value of every layer that is not named
 * @param named values by layer
 */
public record LayerValues<T>(Optional<T> others, Map<String, T> named) {
  public LayerValues {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  /** Reads what a user typed. */
  private abstract static class Converter<T> implements ITypeConverter<LayerValues<T>> {
    @Override
    public LayerValues<T> convert(String text) {
      Optional<T> others = Optional.empty();
      var named = new LinkedHashMap<String, T>();
      for (String part : text.split(",", -1)) {
        int equals = part.lastIndexOf('=');
        T value = value(part.substring(equals + 1), text);
        if (equals < 0 && others.isEmpty()) {
          others = Optional.of(value);
        } else if (equals <= 0 || named.put(part.substring(0, equals), value) != null) {
          throw new TypeConversionException("'" + text + "' says something twice");
        }
      }
      return new LayerValues<>(others, named);
    }

    abstract T value(String value, String text);
  }

  /** Reads numbers. */
  public static final class Numbers extends Converter<Double> {
    @Override
    Double value(String number, String text) {
      try {
        return Double.valueOf(number);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'%s' in '%s' is not a number; write 0.01 or layer=0.01,layer=0.02"
                .formatted(number, text));
      }
    }
  }

  /** Reads settings of codecs. */
  public static final class Settings extends Converter<CodedAs> {
    @Override
    CodedAs value(String setting, String text) {
      return BoundText.setting(setting);
    }
  }

  /** The same value for every layer. */
  static <T> LayerValues<T> everywhere(T value) {
    return new LayerValues<>(Optional.of(value), Map.of());
  }

  /**
   * The values of a network's layers, in its order; layers without one are left out.
   *
   * @throws Fault when a named layer is not in the network
   */
  public Map<LayerId, T> in(Network network) {
    var values = new LinkedHashMap<LayerId, T>();
    for (Layer layer : network.layers()) {
      T value = named.get(layer.name());
      if (value != null) {
        values.put(layer.id(), value);
      } else {
        others.ifPresent(other -> values.put(layer.id(), other));
      }
    }
    for (String name : named.keySet()) {
      if (!values.containsKey(new LayerId(name))) {
        throw unknown(name, network);
      }
    }
    return values;
  }

  /** Names the layers that there are. */
  static Fault unknown(String name, Network network) {
    return new Fault(
        "%s has no layer %s that can be compressed; it has %s."
            .formatted(
                network.name(),
                name,
                network.layers().stream().map(Layer::name).collect(Collectors.joining(", "))));
  }
}
