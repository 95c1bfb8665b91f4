package org.weighbridge.container.stream;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names in sentences: of many things only the first ones. */
final class Names {
  private static final int MOST = 8;

  private Names() {}

  static <T> String some(List<T> things, Function<T, String> name) {
    String named = things.stream().limit(MOST).map(name).collect(Collectors.joining(", "));
    int more = things.size() - MOST;
    return things.isEmpty() ? "none" : more > 0 ? named + " and " + more + " more" : named;
  }
}
