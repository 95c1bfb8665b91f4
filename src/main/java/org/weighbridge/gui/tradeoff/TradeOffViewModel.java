package org.weighbridge.gui.tradeoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Additivity;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.chart.DotSeries;
import org.weighbridge.gui.chart.DotSeries.Dot;
import org.weighbridge.gui.chart.DotSeries.Style;
import org.weighbridge.gui.workbench.RunFilter;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.optimizer.Choice;
import org.weighbridge.optimizer.Front;
import org.weighbridge.report.PredictedAgainstMeasured;

/**
 * What was measured with all layers together: whether losses add up, and what sizes cost under
 * every coder. Searches and predictions are of the validation split, runs of the test split, which
 * is said of every point and never mixed up.
 */
public final class TradeOffViewModel {
  static final String SEARCH = "search, validation split";
  static final String SLIDERS = "sliders, test split";
  private static final double BITS_OF_A_FLOAT = 32;

  /** Stands for the family of configurations whose layers have different coders. */
  private static final String MIXED = "mixed";

  /**
   * Those that are compared most have colours of their own; others begin anew, dashed otherwise.
   */
  private static final List<String> COLOURED =
      List.of("sz", "deepsz", "codebook", "linear", "zfp", "bloomier", "lowrank");

  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<List<DotSeries>> additivity = series();
  private final ReadOnlyObjectWrapper<List<DotSeries>> pareto = series();
  private final ReadOnlyObjectWrapper<List<Dot>> best = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Place> current = new ReadOnlyObjectWrapper<>(Place.NOWHERE);
  private final ReadOnlyObjectWrapper<Place> pinned = new ReadOnlyObjectWrapper<>(Place.NOWHERE);
  private final ReadOnlyStringWrapper additivityWords = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper paretoWords = new ReadOnlyStringWrapper();
  private final ObjectProperty<Across> across = new SimpleObjectProperty<>(Across.RATIO);
  private final Map<String, List<Runnable>> picks = new LinkedHashMap<>();

  /** What sizes are told by. */
  enum Across {
    RATIO("compression ratio of the file (×)"),
    BITS("bits per weight, whole file");

    private final String title;

    Across(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** A place of the chart of sizes; NaN for none. */
  record Place(double across, double lossPoints) {
    static final Place NOWHERE = new Place(Double.NaN, Double.NaN);
  }

  public TradeOffViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.subject().addListener(change -> update());
    workbench.comparing().measured().addListener(change -> update());
    workbench.comparing().fronts().addListener(change -> update());
    workbench.comparingCoders().busy().addListener(change -> update());
    workbench.runs().all().addListener((Observable change) -> update());
    workbench.runs().pinned().addListener(change -> follow());
    workbench.prediction().addListener(change -> follow());
    workbench.measuring().accuracy().addListener(change -> follow());
    workbench.measuring().file().addListener(change -> follow());
    across.addListener(change -> update());
    update();
  }

  Workbench workbench() {
    return workbench;
  }

  /** Measured against predicted loss. */
  ReadOnlyObjectProperty<List<DotSeries>> additivity() {
    return additivity.getReadOnlyProperty();
  }

  /** Loss against size: per coder what is predicted, tried by searches, and measured. */
  ReadOnlyObjectProperty<List<DotSeries>> pareto() {
    return pareto.getReadOnlyProperty();
  }

  /** The runs that no other run beats in size and loss, by their size. */
  ReadOnlyObjectProperty<List<Dot>> best() {
    return best.getReadOnlyProperty();
  }

  /** Where the current configuration is, measured or else predicted. */
  ReadOnlyObjectProperty<Place> current() {
    return current.getReadOnlyProperty();
  }

  /** Where the pinned run is. */
  ReadOnlyObjectProperty<Place> pinned() {
    return pinned.getReadOnlyProperty();
  }

  ObjectProperty<Across> across() {
    return across;
  }

  ReadOnlyStringProperty additivityWords() {
    return additivityWords.getReadOnlyProperty();
  }

  ReadOnlyStringProperty paretoWords() {
    return paretoWords.getReadOnlyProperty();
  }

  /** The chart of sizes. */
  Optional<CardFigure> paretoFigure() {
    var series = pareto.get();
    var front = best.get();
    String title = across.get().title();
    double budget = workbench.lossBudget().get();
    return empty(series)
        ? Optional.empty()
        : Optional.of(
            new CardFigure(
                "loss against ratio", () -> TradeOffFigures.sizes(series, front, title, budget)));
  }

  /** The chart of predictions. */
  Optional<CardFigure> additivityFigure() {
    var measured = predicted(workbench.comparing().measured().get().all());
    String words = additivityWords.get();
    return measured.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CardFigure(
                "predicted against measured",
                () -> PredictedAgainstMeasured.figure(measured, words)));
  }

  private static boolean empty(List<DotSeries> series) {
    return series.stream().allMatch(each -> each.dots().isEmpty());
  }

  /** Makes the configuration behind a dot of the chart of sizes the current one. */
  void use(String series, int dot) {
    picks.getOrDefault(series, List.of()).get(dot).run();
  }

  /** Pins the current run, or unpins what is pinned. */
  void togglePin() {
    var runs = workbench.runs();
    var run = runs.current().get();
    if (runs.pinned().get() != null) {
      runs.unpin();
    } else if (run != null) {
      runs.pin(run);
    }
  }

  /** Looks at the runs of a part of the chart of sizes only; null for all of them. */
  void look(@Nullable Rectangle2D part) {
    if (part == null) {
      workbench.runs().filter().set(null);
      return;
    }
    boolean bits = across.get() == Across.BITS;
    workbench
        .runs()
        .filter()
        .set(
            new RunFilter(
                bits ? BITS_OF_A_FLOAT / part.getMaxX() : part.getMinX(),
                bits ? BITS_OF_A_FLOAT / part.getMinX() : part.getMaxX(),
                part.getMinY(),
                part.getMaxY()));
  }

  private void update() {
    var measured = workbench.comparing().measured().get();
    var search = measured.on(Split.VALIDATION);
    var sliders = measured.on(Split.TEST);
    additivity.set(
        List.of(
            measured(SEARCH, 1, predicted(search), this::againstPrediction),
            measured(SLIDERS, 2, predicted(sliders), this::againstPrediction)));
    additivityWords.set(
        measured
            .additivity(Split.VALIDATION)
            .map(TradeOffViewModel::words)
            .orElse("do losses add up? one mark per configuration"));
    picks.clear();
    var runs = workbench.runs().all().stream().filter(run -> run.accuracy().isPresent()).toList();
    var all = new ArrayList<DotSeries>();
    var codecs =
        Codecs.all().stream()
            .map(LayerCodec::id)
            .sorted(Comparator.comparingInt(TradeOffViewModel::rank))
            .toList();
    for (int colour = 0; colour < codecs.size(); colour++) {
      all.addAll(coder(codecs.get(colour), colour, search, runs));
    }
    all.addAll(coder(MIXED, codecs.size(), search, runs));
    pareto.set(List.copyOf(all));
    best.set(
        runs.stream()
            .filter(run -> !beaten(run, runs))
            .sorted(Comparator.comparingLong(run -> run.file().fileBytes()))
            .map(this::ofRun)
            .toList());
    paretoWords.set(
        workbench.comparingCoders().busy().get()
            ? "whole model; comparing coders: a line each, of one setting a point"
            : runs.isEmpty()
                ? "whole model"
                : "whole model, %d measured; a click loads a point".formatted(runs.size()));
    follow();
  }

  /** What is known of one coder, the most trusted last. */
  private List<DotSeries> coder(
      String codec, int colour, List<MeasuredConfiguration> search, List<Run> runs) {
    var fronts = workbench.comparing().fronts().get();
    var coding =
        fronts.containsKey(workbench.coding()) && family(workbench.coding()).equals(codec)
            ? Optional.of(workbench.coding())
            : fronts.keySet().stream().filter(one -> family(one).equals(codec)).findFirst();
    var own = runs.stream().filter(run -> codecOf(run.configuration()).equals(codec)).toList();
    return List.of(
        add(
            codec,
            "trials",
            colour,
            3,
            Style.FAINT,
            search.stream().filter(one -> codecOf(one.configuration()).equals(codec)).toList(),
            this::againstSize,
            one -> workbench.use(one.configuration())),
        add(
            codec,
            "predicted",
            colour,
            2.4,
            Style.HOLLOW,
            coding.map(fronts::get).map(Front::choices).orElse(List.of()),
            this::choice,
            one -> workbench.use(configuration(coding.orElseThrow(), one))),
        add(
            codec,
            "beaten",
            colour,
            4,
            Style.FAINT,
            own.stream().filter(run -> beaten(run, runs)).toList(),
            this::ofRun,
            workbench.runs()::restore),
        add(
            codec,
            "measured",
            colour,
            4.5,
            Style.SOLID,
            own.stream().filter(run -> !beaten(run, runs)).toList(),
            this::ofRun,
            workbench.runs()::restore));
  }

  private <T> DotSeries add(
      String codec,
      String kind,
      int colour,
      double radius,
      Style style,
      List<T> points,
      Function<T, Dot> dot,
      java.util.function.Consumer<T> use) {
    String key = codec + " " + kind;
    picks.put(key, points.stream().map(point -> (Runnable) () -> use.accept(point)).toList());
    return new DotSeries(
        key,
        (codec.equals(MIXED) ? "Mixed" : Codecs.label(codec)) + " " + kind,
        colour,
        radius,
        style,
        style == Style.HOLLOW,
        points.stream().map(dot).toList());
  }

  private static String codecOf(Configuration configuration) {
    return configuration.mixed()
        ? MIXED
        : configuration.settings().keySet().stream()
            .findFirst()
            .map(layer -> configuration.codec(layer).family())
            .orElseGet(() -> family(configuration.coding()));
  }

  private static int rank(String codec) {
    int rank = COLOURED.indexOf(codec);
    return rank < 0 ? COLOURED.size() : rank;
  }

  private static String family(Coding coding) {
    return coding.layerCodec().family();
  }

  private static double loss(Run run) {
    return run.accuracy().orElseThrow().loss().points();
  }

  private static boolean beaten(Run run, List<Run> runs) {
    return runs.stream()
        .anyMatch(
            other ->
                other.file().fileBytes() <= run.file().fileBytes()
                    && loss(other) <= loss(run)
                    && (other.file().fileBytes() < run.file().fileBytes()
                        || loss(other) < loss(run)));
  }

  private static String words(Additivity additivity) {
    String slope =
        Double.isNaN(additivity.slope())
            ? ""
            : ", measured = %s × predicted".formatted(Numbers.fixed(additivity.slope(), 2));
    return "%d searched%s, %s on average, %s at most; diagonal: losses add up"
        .formatted(
            additivity.configurations(),
            slope,
            Numbers.points(additivity.meanDifference()),
            Numbers.fixed(additivity.largestDifference(), 2));
  }

  private void follow() {
    var prediction = workbench.prediction().get();
    double loss =
        workbench
            .measuredAccuracy()
            .map(accuracy -> accuracy.loss().points())
            .orElse(
                prediction != null && prediction.complete() ? prediction.lossPoints() : Double.NaN);
    double bytes =
        workbench
            .measuredFile()
            .map(file -> (double) file.fileBytes())
            .orElse(
                prediction != null && prediction.complete() && prediction.bytes().isPresent()
                    ? prediction.bytes().getAsLong()
                    : Double.NaN);
    current.set(new Place(size(bytes), loss));
    var run = workbench.runs().pinned().get();
    pinned.set(
        run == null || run.accuracy().isEmpty()
            ? Place.NOWHERE
            : new Place(size((double) run.file().fileBytes()), loss(run)));
  }

  private static List<MeasuredConfiguration> predicted(List<MeasuredConfiguration> all) {
    return all.stream().filter(one -> one.predictedLossPoints().isPresent()).toList();
  }

  private static DotSeries measured(
      String name,
      int colour,
      List<MeasuredConfiguration> all,
      Function<MeasuredConfiguration, Dot> dot) {
    return new DotSeries(name, colour, 4, all.stream().map(dot).toList());
  }

  private Dot againstPrediction(MeasuredConfiguration one) {
    return new Dot(
        one.predictedLossPoints().orElseThrow(),
        one.loss().points(),
        one.loss().margin(),
        words(one.bytes())
            + "\npredicted loss "
            + Numbers.points(one.predictedLossPoints().orElseThrow())
            + "\n"
            + loss(one));
  }

  private Dot againstSize(MeasuredConfiguration one) {
    return new Dot(
        size((double) one.bytes()),
        one.loss().points(),
        one.loss().margin(),
        "trial of a search, validation split\n" + words(one.bytes()) + "\n" + loss(one));
  }

  private Dot ofRun(Run run) {
    var loss = run.accuracy().orElseThrow().loss();
    return new Dot(
        size((double) run.file().fileBytes()),
        loss.points(),
        loss.margin(),
        "run %d, test split\n%s\nmeasured loss %s ± %s"
            .formatted(
                run.number(),
                words(run.file().fileBytes()),
                Numbers.points(loss.points()),
                Numbers.fixed(loss.margin(), 2)));
  }

  private Dot choice(Choice choice) {
    return new Dot(
        size((double) choice.predictedBytes()),
        choice.predictedLossPoints(),
        Double.NaN,
        "not measured, validation split\n"
            + words(choice.predictedBytes())
            + "\npredicted loss "
            + Numbers.points(choice.predictedLossPoints()));
  }

  private static Configuration configuration(Coding coding, Choice choice) {
    return Configuration.of(coding, choice);
  }

  private static String loss(MeasuredConfiguration one) {
    return "measured loss %s ± %s"
        .formatted(Numbers.points(one.loss().points()), Numbers.fixed(one.loss().margin(), 2));
  }

  private String words(long bytes) {
    return Numbers.ratio(ratio((double) bytes)) + ", " + Numbers.bytes(bytes);
  }

  /** A size in units of the chart. */
  private double size(double bytes) {
    double ratio = ratio(bytes);
    return across.get() == Across.BITS ? BITS_OF_A_FLOAT / ratio : ratio;
  }

  private double ratio(double bytes) {
    var subject = workbench.subject().get();
    return subject == null ? Double.NaN : subject.network().originalBytes() / bytes;
  }

  private static ReadOnlyObjectWrapper<List<DotSeries>> series() {
    return new ReadOnlyObjectWrapper<>(List.of());
  }
}
