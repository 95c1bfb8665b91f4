package org.weighbridge.cli.options;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One number for all layers, or numbers for layers by name: {@code 0.01}, {@code
 * fc1.weight=0.02,fc2.weight=0.03}, or both, {@code 0.01,fc1.weight=0.02}.
 *
 * @param others the number of every layer that is not named
 * @param named numbers by layer
 */
public record LayerValues(OptionalDouble others, Map<String, Double> named) {
  public LayerValues {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  /** Reads what a user typed. */
  public static final class Converter implements ITypeConverter<LayerValues> {
    @Override
    public LayerValues convert(String text) {
      var others = OptionalDouble.empty();
      var named = new LinkedHashMap<String, Double>();
      for (String part : text.split(",", -1)) {
        int equals = part.lastIndexOf('=');
        double value = number(part.substring(equals + 1), text);
        if (equals < 0 && others.isEmpty()) {
          others = OptionalDouble.of(value);
        } else if (equals <= 0 || named.put(part.substring(0, equals), value) != null) {
          throw new TypeConversionException("'" + text + "' says something twice");
        }
      }
      return new LayerValues(others, named);
    }

    private static double number(String number, String text) {
      try {
        return Double.parseDouble(number);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'%s' in '%s' is not a number; write 0.01 or layer=0.01,layer=0.02"
                .formatted(number, text));
      }
    }
  }

  /**
   * The numbers of a network's layers, in its order; layers without one are left out.
   *
   * @throws Fault when a named layer is not in the network
   */
  public Map<LayerId, Double> in(Network network) {
    var values = new LinkedHashMap<LayerId, Double>();
    for (Layer layer : network.layers()) {
      Double value = named.get(layer.name());
      if (value != null) {
        values.put(layer.id(), value);
      } else if (others.isPresent()) {
        values.put(layer.id(), others.getAsDouble());
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
