package org.weighbridge.recipe.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Items;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.workflow.LayerValues;

/** The kinds of values that name layers. */
final class LayerKinds {
  /** The key that stands for all layers that are not named. */
  private static final String OTHERS = "others";

  /** Names, {@code *} in them for any letters. */
  static final Kind<List<String>> NAMES =
      new Kind<>() {
        private final Kind<List<String>> list =
            Kinds.list(
                "names of layers, * for any letters",
                new Kinds.Parsed<>("the name of a layer", "fc1.weight", t -> t, t -> t));

        @Override
        public List<String> read(Value value) {
          return list.read(value);
        }

        @Override
        public Value write(List<String> names) {
          return list.write(names);
        }

        @Override
        public String words() {
          return list.words();
        }

        @Override
        public List<Text> layers(Value value) {
          var items = value instanceof Items some ? some.items() : List.of(value);
          return items.stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
        }
      };

  private LayerKinds() {}

  /** One value for all layers, or values by layer, with {@code others} for those not named. */
  static <V> Kind<LayerValues<V>> values(Kind<V> kind) {
    return new Kind<>() {
      @Override
      public LayerValues<V> read(Value value) {
        if (!(value instanceof Entries entries)) {
          return LayerValues.everywhere(kind.read(value));
        }
        var named = new LinkedHashMap<String, V>();
        for (Entry entry : entries.entries()) {
          if (!entry.key().text().equals(OTHERS)) {
            named.put(entry.key().text(), kind.read(entry.value()));
          }
        }
        Optional<V> others = entries.get(OTHERS).map(kind::read);
        if (named.isEmpty() && others.isEmpty()) {
          throw Misfit.of(value, words(), "{fc1.weight: 0.1, others: 0.3}");
        }
        return new LayerValues<>(others, named);
      }

      @Override
      public Value write(LayerValues<V> values) {
        if (values.named().isEmpty() && values.others().isPresent()) {
          return kind.write(values.others().get());
        }
        var named =
            values.named().entrySet().stream()
                .map(e -> new Entry(Kind.text(e.getKey()), kind.write(e.getValue())));
        var others =
            values.others().stream().map(other -> new Entry(Kind.text(OTHERS), kind.write(other)));
        return new Entries(Stream.concat(named, others).toList(), NOWHERE);
      }

      @Override
      public String words() {
        return kind.words() + ", for all layers or by layer";
      }

      @Override
      public List<Text> layers(Value value) {
        return value instanceof Entries entries
            ? entries.entries().stream()
                .map(Entry::key)
                .filter(key -> !key.text().equals(OTHERS))
                .toList()
            : List.of();
      }
    };
  }
}
