package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.weighbridge.benchmark.window.CancelTime;
import org.weighbridge.benchmark.window.Frames;
import org.weighbridge.benchmark.window.Held;
import org.weighbridge.benchmark.window.Opening;
import org.weighbridge.benchmark.window.SliderMove;
import org.weighbridge.benchmark.window.StartUp;
import org.weighbridge.figure.Numbers;

/** What was measured of the window, as far as it was asked for. */
final class BenchedWindowTimes implements Answer {
  private static final double NANOS_PER_MILLI = 1e6;

  private final String model;
  private final int megabytes;
  final List<StartUp> cachedStarts = new ArrayList<>();
  final List<StartUp> plainStarts = new ArrayList<>();
  List<Opening> openings = List.of();
  List<SliderMove> moves = List.of();
  @Nullable Frames frames;
  List<CancelTime> cancels = List.of();
  List<Held> held = List.of();

  /** One row: a median and the worst, in milliseconds. */
  private record Row(String name, double median, double worst, int count) {
    static <T> Row nanos(String name, List<T> all, ToLongFunction<T> nanos) {
      return of(name, all.stream().mapToLong(nanos).mapToDouble(n -> n / NANOS_PER_MILLI));
    }

    static <T> Row millis(String name, List<T> all, ToLongFunction<T> millis) {
      return of(name, all.stream().mapToLong(millis).asDoubleStream());
    }

    private static Row of(String name, java.util.stream.DoubleStream values) {
      double[] sorted = values.sorted().toArray();
      return new Row(name, sorted[sorted.length / 2], sorted[sorted.length - 1], sorted.length);
    }
  }

  BenchedWindowTimes(String model, int megabytes) {
    this.model = model;
    this.megabytes = megabytes;
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    starts(rows, "start with cache: ", cachedStarts);
    starts(rows, "start without: ", plainStarts);
    if (!openings.isEmpty()) {
      rows.add(Row.nanos("open %d MB: layers".formatted(megabytes), openings, Opening::layers));
      rows.add(Row.nanos("open %d MB: mask".formatted(megabytes), openings, Opening::mask));
      rows.add(Row.nanos("open: longest gap", openings, Opening::longestGap));
    }
    if (!moves.isEmpty()) {
      rows.add(Row.nanos("slider: event handled", moves, SliderMove::handled));
      rows.add(Row.nanos("slider: prediction drawn", moves, SliderMove::drawn));
      rows.add(Row.nanos("slider: accuracy measured", moves, SliderMove::measured));
      rows.add(Row.nanos("slider: file encoded", moves, SliderMove::encoded));
    }
    if (frames != null) {
      rows.add(Row.nanos("drag: event handled", frames.handling(), n -> n));
      rows.add(Row.nanos("drag: frame made", frames.making(), n -> n));
      rows.add(Row.nanos("drag: between frames", frames.gaps(), n -> n));
    }
    for (String work : new LinkedHashSet<>(cancels.stream().map(CancelTime::work).toList())) {
      var these = cancels.stream().filter(cancel -> cancel.work().equals(work)).toList();
      rows.add(Row.nanos("cancel: " + work, these, CancelTime::nanos));
    }
    return rows;
  }

  private static void starts(List<Row> rows, String name, List<StartUp> starts) {
    if (!starts.isEmpty()) {
      rows.add(Row.millis(name + "first frame", starts, StartUp::window));
      rows.add(Row.millis(name + "layers", starts, StartUp::layers));
      rows.add(Row.millis(name + "processor time", starts, StartUp::processor));
    }
  }

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("model", model);
    json.addProperty("processors", Runtime.getRuntime().availableProcessors());
    var times = new JsonArray();
    for (Row row : rows()) {
      var one = new JsonObject();
      one.addProperty("name", row.name());
      one.addProperty("medianMillis", row.median());
      one.addProperty("worstMillis", row.worst());
      one.addProperty("count", row.count());
      times.add(one);
    }
    json.add("times", times);
    var memory = new JsonArray();
    for (Held one : held) {
      var after = new JsonObject();
      after.addProperty("heapBytes", one.heap());
      after.addProperty("residentBytes", one.resident());
      after.addProperty("sessions", one.sessions());
      after.addProperty("tensorBytes", one.tensors());
      memory.add(after);
    }
    json.add("held", memory);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    out.println(
        "the window with %s, %d processors; milliseconds"
            .formatted(model, Runtime.getRuntime().availableProcessors()));
    out.println("%-34s %10s %10s %6s".formatted("", "median", "worst", "runs"));
    for (Row row : rows()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-34s %10.1f %10.1f %6d",
              row.name(),
              row.median(),
              row.worst(),
              row.count()));
    }
    for (int i :
        held.isEmpty() ? new int[0] : Arrays.stream(new int[] {1, held.size()}).toArray()) {
      Held one = held.get(i - 1);
      out.println(
          "model %d: heap %s, process %s, %d sessions of ONNX Runtime, tensors %s"
              .formatted(
                  i,
                  Numbers.bytes(one.heap()),
                  Numbers.bytes(one.resident()),
                  one.sessions(),
                  Numbers.bytes(one.tensors())));
    }
  }
}
