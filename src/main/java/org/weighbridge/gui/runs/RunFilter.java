package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weighbridge.experiment.Run;
import org.weighbridge.fault.Fault;

/**
 * Reads what is typed to find runs: terms between spaces, all of which must hold.
 *
 * <p>{@code ratio>50} compares a number, {@code coder:sz} looks into a text, a single word into all
 * texts. Quotes hold spaces together.
 */
final class RunFilter {
  private static final Pattern TERMS = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
  private static final Pattern COMPARISON = Pattern.compile("([^<>=]*)(<=|>=|=|<|>)(.*)");
  private static final Pattern IN_TEXT = Pattern.compile("([A-Za-z]+):(.*)");

  private final List<Quantity> quantities;
  private final Function<Run, String> network;

  /**
   * A reader of filters.
   *
   * @param quantities what can be compared
   * @param network what a run is of, in words
   */
  RunFilter(List<Quantity> quantities, Function<Run, String> network) {
    this.quantities = quantities;
    this.network = network;
  }

  /**
   * Which runs are meant; all of them by an empty text.
   *
   * @throws Fault when a term means nothing, with a sentence about it
   */
  Predicate<Run> parse(String text) {
    Predicate<Run> all = run -> true;
    for (Matcher terms = TERMS.matcher(text); terms.find(); ) {
      all = all.and(term(terms.group()));
    }
    return all;
  }

  private Predicate<Run> term(String typed) {
    String term = typed.replace("\"", "");
    if (!typed.startsWith("\"")) {
      var comparison = COMPARISON.matcher(term);
      if (comparison.matches()) {
        return compare(comparison.group(1), comparison.group(2), comparison.group(3));
      }
      var inText = IN_TEXT.matcher(term);
      if (inText.matches()) {
        return inText(inText.group(1).toLowerCase(Locale.ROOT), inText.group(2));
      }
    }
    return run -> texts(run).stream().anyMatch(words -> contains(words, term));
  }

  private Predicate<Run> compare(String key, String operator, String typed) {
    var quantity =
        quantities.stream()
            .filter(one -> one.key().equalsIgnoreCase(key) || (one.key() + ".weight").equals(key))
            .findFirst()
            .orElseThrow(() -> new Fault(unknown(key)));
    double limit = number(quantity, operator, typed);
    return run -> {
      double value = quantity.of(run);
      return switch (operator) {
        case "<" -> value < limit;
        case "<=" -> value <= limit;
        case ">" -> value > limit;
        case ">=" -> value >= limit;
        // what is shown rounded is found as it is shown
        default -> quantity.text().apply(value).equals(quantity.text().apply(limit));
      };
    };
  }

  private static double number(Quantity quantity, String operator, String typed) {
    String number = typed.strip();
    if (!quantity.unit().isEmpty() && number.endsWith(quantity.unit())) {
      number = number.substring(0, number.length() - quantity.unit().length());
    }
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      String term = quantity.key() + operator;
      throw new Fault(
          typed.isEmpty()
              ? "A number is missing after %s.".formatted(term)
              : "In %s%s, %s is not a number%s."
                  .formatted(
                      term,
                      typed,
                      typed,
                      quantity.unit().isEmpty() ? "" : " of " + quantity.unit()),
          e);
    }
  }

  private String unknown(String key) {
    return "There is no number %s; there are %s."
        .formatted(
            key.isEmpty() ? "before the sign" : key,
            quantities.stream().map(Quantity::key).collect(Collectors.joining(", ")));
  }

  private Predicate<Run> inText(String key, String part) {
    return switch (key) {
      case "coder" -> run -> contains(coder(run), part);
      case "note" -> run -> contains(run.note(), part);
      case "tag" -> run -> run.tags().stream().anyMatch(tag -> tag.equalsIgnoreCase(part));
      case "network" -> run -> contains(network.apply(run), part);
      default ->
          throw new Fault(
              "There is no text %s; there are coder, note, tag, network.".formatted(key));
    };
  }

  private List<String> texts(Run run) {
    var texts = new ArrayList<>(run.tags());
    texts.add(coder(run));
    texts.add(run.note());
    texts.add(network.apply(run));
    return texts;
  }

  /** By label and id, for files and commands use the id. */
  private static String coder(Run run) {
    return RunText.coder(run) + " " + run.configuration().coding().codec();
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
