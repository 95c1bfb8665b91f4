package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.fault.Fault;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Text;

/** The kinds of single values. */
final class Kinds {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,19}");
  private static final int LONGEST = 60;
  private static final Map<String, Boolean> ANSWERS =
      Map.of("true", true, "yes", true, "on", true, "false", false, "no", false, "off", false);

  static final Kind<Boolean> FLAG =
      new Parsed<>(
          "true or false",
          "true",
          text ->
              Optional.ofNullable(ANSWERS.get(text.toLowerCase(Locale.ROOT)))
                  .orElseThrow(IllegalArgumentException::new),
          String::valueOf);

  static final Kind<String> CODER =
      new Parsed<>("the name of a coder", "sz", id -> Codecs.byId(id).id(), id -> id);

  static final Kind<Optional<ErrorBound>> SMALL_TENSORS =
      new Parsed<>(
          "lossless or an error bound",
          "rel:0.001",
          text -> text.equals("lossless") ? Optional.empty() : Optional.of(ErrorBound.parse(text)),
          bound -> bound.map(ErrorBound::toString).orElse("lossless"));

  private Kinds() {}

  /**
   * Texts.
   *
   * @param parse refuses by an IllegalArgumentException, or by a Fault that says it better
   */
  record Parsed<V>(
      String words, String example, Function<String, V> parse, Function<V, String> print)
      implements Kind<V> {
    @Override
    public V read(Value value) {
      if (value instanceof Text text && !text.isNothing()) {
        try {
          return parse.apply(text.text());
        } catch (IllegalArgumentException e) {
          throw Misfit.of(value, words, example);
        } catch (Fault fault) {
          throw Misfit.sentence(value, fault.sentence());
        }
      }
      throw Misfit.of(value, words, example);
    }

    @Override
    public Value write(V value) {
      return Kind.text(print.apply(value));
    }
  }

  static Kind<Double> number(String words, String example, DoublePredicate fits) {
    return new Parsed<>(
        words,
        example,
        text -> {
          double number = number(text);
          if (!fits.test(number)) {
            throw new IllegalArgumentException();
          }
          return number;
        },
        Kinds::print);
  }

  /** Whole numbers; {@code 1e3} and {@code 4.0} are some, too. */
  static Kind<Long> whole(String words, String example, long least, long most) {
    return new Parsed<>(
        words,
        example,
        text -> {
          long number = wholeNumber(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException();
          }
          return number;
        },
        String::valueOf);
  }

  /** Whole numbers of at least {@code least}. */
  static Kind<Integer> count(int least, String example) {
    return new Parsed<>(
        "a whole number of at least " + least,
        example,
        text -> {
          long number = wholeNumber(text);
          if (number < least || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException();
          }
          return (int) number;
        },
        String::valueOf);
  }

  /** The constants of an enum, in lower case. */
  static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
    var choices = new LinkedHashMap<String, E>();
    for (E constant : type.getEnumConstants()) {
      choices.put(word(constant), constant);
    }
    return choice(choices, Kinds::word);
  }

  /** Some words. */
  static <V> Kind<V> choice(Map<String, V> choices, Function<V, String> word) {
    var words = List.copyOf(choices.keySet());
    String all = String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    return new Parsed<>(
        all,
        words.getFirst(),
        text -> Optional.ofNullable(choices.get(text)).orElseThrow(IllegalArgumentException::new),
        word);
  }

  /** Some words that stand for themselves. */
  static Kind<String> words(String... words) {
    var choices = new LinkedHashMap<String, String>();
    Arrays.stream(words).forEach(word -> choices.put(word, word));
    return choice(choices, word -> word);
  }

  /** A list; a single value is a list of one. */
  static <V> Kind<List<V>> list(String words, Kind<V> kind) {
    return new Kind<>() {
      @Override
      public List<V> read(Value value) {
        var items = value instanceof Value.Items list ? list.items() : List.of(value);
        var read = new ArrayList<V>();
        items.forEach(item -> read.add(kind.read(item)));
        return List.copyOf(read);
      }

      @Override
      public Value write(List<V> values) {
        return new Value.Items(values.stream().map(kind::write).toList(), NOWHERE);
      }

      @Override
      public String words() {
        return words;
      }
    };
  }

  /** One value for all stages of a training, or one for each. */
  static <V> Kind<List<V>> stages(Kind<V> kind, String example) {
    var list = list(kind.words() + ", or a list of three", kind);
    return new Kind<>() {
      @Override
      public List<V> read(Value value) {
        var read = list.read(value);
        if (read.size() != 1 && read.size() != 3) {
          throw Misfit.of(value, "one value or three", example);
        }
        return read;
      }

      @Override
      public Value write(List<V> values) {
        return values.size() == 1 ? kind.write(values.getFirst()) : list.write(values);
      }

      @Override
      public String words() {
        return list.words();
      }
    };
  }

  static double number(String text) {
    if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return Double.parseDouble(text);
  }

  private static long wholeNumber(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Long.parseLong(text);
    }
    double number = number(text);
    if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
      throw new IllegalArgumentException(text);
    }
    return (long) number;
  }

  /** The shortest text that reads as the same number: {@code 4}, {@code 0.3}, {@code 1e-4}. */
  static String print(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e7) {
      return String.valueOf((long) number);
    }
    return Double.toString(number).replace(".0E", "e").replace('E', 'e');
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
