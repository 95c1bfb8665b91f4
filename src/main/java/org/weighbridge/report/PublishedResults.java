package org.weighbridge.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.weighbridge.network.Network;

/** What the literature says of networks like the one at hand: {@code published.json}. */
public final class PublishedResults {
  /** Parameters of the networks that papers mean by these names. */
  private static final long LENET_300_100 = 266_610;

  private static final long LENET_5 = 431_080;

  /** Values of an image of CIFAR-10. */
  private static final int CIFAR = 3 * 32 * 32;

  private PublishedResults() {}

  /**
   * The figures that fit a network: of LeNet-300-100 and Caffe's LeNet-5 where it has as many
   * parameters, of several networks for CIFAR-10 where it takes such images; otherwise none.
   */
  public static List<PublishedResult> fitting(Network network) {
    String key = key(network);
    return all().asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(entry -> text(entry, "networks").equals(key))
        .map(PublishedResults::result)
        .toList();
  }

  private static String key(Network network) {
    if (network.parameters() == LENET_300_100) {
      return "lenet-300-100";
    }
    if (network.parameters() == LENET_5) {
      return "lenet-5";
    }
    var dims = network.input().dims();
    int values = dims.stream().skip(1).reduce(1, (a, b) -> a * b);
    return dims.size() == 4 && values == CIFAR ? "cifar-10" : "";
  }

  private static JsonArray all() {
    try (var in = PublishedResults.class.getResourceAsStream("published.json")) {
      var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
      return JsonParser.parseReader(reader).getAsJsonArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublishedResult result(JsonObject entry) {
    return new PublishedResult(
        text(entry, "system"),
        text(entry, "network"),
        text(entry, "ratio"),
        text(entry, "bytes"),
        text(entry, "counts"),
        text(entry, "error"),
        text(entry, "source"),
        PublishedResult.Reading.valueOf(text(entry, "read").toUpperCase(Locale.ROOT)));
  }

  private static String text(JsonObject entry, String key) {
    return entry.has(key) ? entry.get(key).getAsString() : "";
  }
}
