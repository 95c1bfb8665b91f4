package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.weighbridge.benchmark.CodecResult;
import org.weighbridge.benchmark.EntropyLimits;
import org.weighbridge.benchmark.Measured;
import org.weighbridge.benchmark.Yardstick;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.TextTable;

/** Measurements of codecs for programs and for people. */
final class Measurements {
  private Measurements() {}

  /** Adds what was measured of the same weights. */
  static void addTo(JsonObject json, Measured measured) {
    json.addProperty("weights", measured.weights());
    json.addProperty("kept", measured.kept());
    json.add("density", ResultJson.number((double) measured.kept() / measured.weights()));
    var yardstick = measured.yardstick();
    var timing = yardstick.timing();
    var entry = new JsonObject();
    entry.addProperty("name", Yardstick.NAME);
    entry.addProperty("bytes", yardstick.bytes());
    entry.add("encodeMBps", ResultJson.number(timing.encodeMBps(measured.denseBytes())));
    entry.add("decodeMBps", ResultJson.number(timing.decodeMBps(measured.denseBytes())));
    entry.addProperty("runs", timing.runs());
    json.add("yardstick", entry);
    json.add("limits", limits(measured.limits()));
    var codecs = new JsonArray();
    measured.codecs().forEach(codec -> codecs.add(json(codec, measured.limits())));
    json.add("codecs", codecs);
  }

  private static JsonObject limits(EntropyLimits limits) {
    var json = new JsonObject();
    json.addProperty("order0Bytes", Math.round(limits.order0Bytes()));
    json.addProperty("iidMaskBytes", Math.round(limits.iidMaskBytes()));
    json.addProperty("sumBytes", Math.round(limits.sumBytes()));
    return json;
  }

  private static JsonObject json(CodecResult result, EntropyLimits limits) {
    var json = new JsonObject();
    json.addProperty("name", result.codec());
    json.addProperty("setting", result.setting().toString());
    json.addProperty("effort", effort(result));
    json.addProperty("bytes", result.bytes());
    json.add("ratio", ResultJson.number(result.ratio()));
    json.add("bitsPerKept", ResultJson.number(result.bitsPerKept()));
    json.add("encodeMBps", ResultJson.number(result.timing().encodeMBps(result.denseBytes())));
    json.add("decodeMBps", ResultJson.number(result.timing().decodeMBps(result.denseBytes())));
    json.addProperty("threads", result.threads());
    json.addProperty("runs", result.timing().runs());
    json.add("limits", limits(limits));
    json.add("maxError", ResultJson.number(result.maxError()));
    return json;
  }

  /** The same as a table, and below it what its numbers are to be compared with. */
  static String text(Measured measured) {
    var table =
        TextTable.of(
            "codec",
            "setting",
            "effort",
            "threads>",
            "bytes>",
            "ratio>",
            "bits/kept>",
            "of limits>",
            "encode MB/s>",
            "decode MB/s>",
            "runs>");
    for (var result : measured.codecs()) {
      var timing = result.timing();
      table =
          table.withRow(
              result.codec(),
              result.setting().toString(),
              effort(result),
              Integer.toString(result.threads()),
              Numbers.count(result.bytes()),
              Numbers.ratio(result.ratio()),
              Numbers.fixed(result.bitsPerKept(), 3),
              Numbers.percent(result.bytes() / measured.limits().sumBytes()),
              Numbers.count(Math.round(timing.encodeMBps(result.denseBytes()))),
              Numbers.count(Math.round(timing.decodeMBps(result.denseBytes()))),
              Integer.toString(timing.runs()));
    }
    var yardstick = measured.yardstick();
    var timing = yardstick.timing();
    table =
        table
            .withRule()
            .withRow(
                Yardstick.NAME,
                "",
                "",
                "1",
                Numbers.count(yardstick.bytes()),
                Numbers.ratio((double) measured.denseBytes() / yardstick.bytes()),
                Numbers.fixed(8.0 * yardstick.bytes() / measured.kept(), 3),
                Numbers.percent(yardstick.bytes() / measured.limits().sumBytes()),
                Numbers.count(Math.round(timing.encodeMBps(measured.denseBytes()))),
                Numbers.count(Math.round(timing.decodeMBps(measured.denseBytes()))),
                Integer.toString(timing.runs()));
    return table.render() + limitsText(measured);
  }

  private static String limitsText(Measured measured) {
    var limits = measured.limits();
    return "limits: %s bytes (order-0 entropy of bins %s, independent mask %s)%n"
        .formatted(
            Numbers.count(Math.round(limits.sumBytes())),
            Numbers.count(Math.round(limits.order0Bytes())),
            Numbers.count(Math.round(limits.iidMaskBytes())));
  }

  private static String effort(CodecResult result) {
    return result.effort().name().toLowerCase(Locale.ROOT);
  }
}
