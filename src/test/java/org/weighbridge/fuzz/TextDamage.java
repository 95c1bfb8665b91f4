package org.weighbridge.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Damages JSON, YAML and lines of settings by their words. */
final class TextDamage {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*+\"|[\\w.+-]++|\\s++|.", Pattern.DOTALL);

  /** What stands in no good file, or where something else is wanted. */
  private static final List<String> WORDS =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "0",
          "-1",
          "1",
          "2147483647",
          "2147483648",
          "-0.0",
          "9223372036854775807",
          "9223372036854775808",
          "1e308",
          "1e309",
          "-1e999999999",
          "4.9e-324",
          "1e-999999999",
          "NaN",
          "Infinity",
          "-Infinity",
          "0x10",
          "0.1",
          "1.5",
          "07",
          "\"NaN\"",
          "\"1e400\"",
          "\"../../../etc/passwd\"",
          "\"/dev/zero\"",
          "\"C:\\\\x\"",
          "\"CON\"",
          "..",
          "\"\\u0000\"",
          "\"\\u001b[31m\"",
          "\"\\u202e\"",
          "\"\\ud800\"",
          "\"\\n\"",
          "\"a\\\\b\"",
          "\u001b[2J",
          "\u202e",
          "\ufeff",
          "\0",
          "\ud83d\ude00",
          "- ",
          ": ",
          "? ",
          ", ",
          "&a ",
          "*a",
          "!!int ",
          "!x ",
          "%YAML 1.1\n",
          "---\n",
          "...\n",
          "| \n",
          "> \n",
          "${x}",
          "${",
          "\t",
          "\n",
          "#",
          "'",
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          "=",
          "sz",
          "BALANCED",
          "digits");

  private TextDamage() {}

  /** One to three changes; one in eight is to bytes, so that the encoding is wrong, too. */
  static byte[] several(byte[] good, byte[] other, SplittableRandom random) {
    if (random.nextInt(8) == 0) {
      return ByteDamage.several(good, other, random);
    }
    var tokens = tokens(good);
    for (int i = random.nextInt(1, 4); i > 0 && !tokens.isEmpty(); i--) {
      change(tokens, other, random);
    }
    return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
  }

  private static void change(List<String> tokens, byte[] other, SplittableRandom random) {
    int at = random.nextInt(tokens.size());
    int to = Math.min(tokens.size(), at + random.nextInt(1, 30));
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> tokens.set(at, WORDS.get(random.nextInt(WORDS.size())));
      case 3 -> tokens.remove(at);
      case 4 -> tokens.subList(at, to).clear();
      case 5 -> tokens.addAll(at, List.copyOf(tokens.subList(at, to))); // keys twice
      case 6 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
      case 7 -> {
        var others = tokens(other);
        tokens.set(at, others.isEmpty() ? "" : others.get(random.nextInt(others.size())));
      }
      default -> tokens.set(at, grown(tokens.get(at), random));
    }
  }

  /** Nested deeply, or very long. */
  private static String grown(String token, SplittableRandom random) {
    int times = 1 << random.nextInt(1, 15);
    return switch (random.nextInt(4)) {
      case 0 -> "[".repeat(times) + token + "]".repeat(times);
      case 1 -> "{\"a\":".repeat(times) + token + "}".repeat(times);
      case 2 -> "\"" + "x".repeat(times) + "\"";
      default -> "9".repeat(times);
    };
  }

  private static List<String> tokens(byte[] text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(new String(text, StandardCharsets.UTF_8));
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }
}
