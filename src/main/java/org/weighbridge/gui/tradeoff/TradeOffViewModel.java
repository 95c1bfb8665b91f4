package org.weighbridge.gui.tradeoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Additivity;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.DotSeries;
import org.weighbridge.gui.chart.DotSeries.Dot;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;
import org.weighbridge.optimizer.Choice;

/**
 * What was measured with all layers together: whether losses add up, and what sizes cost. Searches
 * measure on the validation split and sliders on the test split, which is never mixed up.
 */
public final class TradeOffViewModel {
  static final String SEARCH = "search, validation split";
  static final String SLIDERS = "sliders, test split";
  static final String FRONT = "predicted front, validation split";

  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<List<DotSeries>> additivity = series();
  private final ReadOnlyObjectWrapper<List<DotSeries>> pareto = series();
  private final ReadOnlyObjectWrapper<Place> current = new ReadOnlyObjectWrapper<>(Place.NOWHERE);
  private final ReadOnlyStringWrapper additivityWords = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper paretoWords = new ReadOnlyStringWrapper();
  private List<List<Configuration>> configurations = List.of();

  /** A place of the chart of sizes; NaN for none. */
  record Place(double ratio, double lossPoints) {
    static final Place NOWHERE = new Place(Double.NaN, Double.NaN);
  }

  public TradeOffViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.subject().addListener(change -> update());
    workbench.comparing().measured().addListener(change -> update());
    workbench.comparing().front().addListener(change -> update());
    workbench.prediction().addListener(change -> follow());
    workbench.measuring().accuracy().addListener(change -> follow());
    workbench.measuring().file().addListener(change -> follow());
    update();
  }

  Workbench workbench() {
    return workbench;
  }

  /** Measured against predicted loss. */
  ReadOnlyObjectProperty<List<DotSeries>> additivity() {
    return additivity.getReadOnlyProperty();
  }

  /** Loss against ratio; the front is the last series, by rising ratio. */
  ReadOnlyObjectProperty<List<DotSeries>> pareto() {
    return pareto.getReadOnlyProperty();
  }

  /** Where the current configuration is, measured or else predicted. */
  ReadOnlyObjectProperty<Place> current() {
    return current.getReadOnlyProperty();
  }

  ReadOnlyStringProperty additivityWords() {
    return additivityWords.getReadOnlyProperty();
  }

  ReadOnlyStringProperty paretoWords() {
    return paretoWords.getReadOnlyProperty();
  }

  /** Every dot of the chart of sizes. */
  DataTable paretoData() {
    return table(pareto.get(), "compression ratio");
  }

  /** Every dot of the chart of predictions. */
  DataTable additivityData() {
    return table(additivity.get(), "predicted loss (pp)");
  }

  private static DataTable table(List<DotSeries> series, String across) {
    var rows = new ArrayList<List<String>>();
    for (DotSeries each : series) {
      for (Dot dot : each.dots()) {
        rows.add(
            List.of(
                each.name(),
                String.valueOf(dot.x()),
                String.valueOf(dot.y()),
                Double.isNaN(dot.margin()) ? "" : String.valueOf(dot.margin())));
      }
    }
    return new DataTable(List.of("series", across, "loss (pp)", "margin (pp)"), rows);
  }

  /** Makes the configuration behind a dot of the chart of sizes the current one. */
  void use(String series, int dot) {
    workbench.use(configurations.get(List.of(SEARCH, SLIDERS, FRONT).indexOf(series)).get(dot));
  }

  private void update() {
    var measured = workbench.comparing().measured().get();
    var search = measured.on(Split.VALIDATION);
    var sliders = measured.on(Split.TEST);
    var front = workbench.comparing().front().get();
    List<Choice> choices = front == null ? List.of() : front.choices();
    configurations =
        List.of(
            search.stream().map(MeasuredConfiguration::configuration).toList(),
            sliders.stream().map(MeasuredConfiguration::configuration).toList(),
            choices.stream().map(this::configuration).toList());
    additivity.set(
        List.of(
            measured(SEARCH, 1, predicted(search), this::againstPrediction),
            measured(SLIDERS, 2, predicted(sliders), this::againstPrediction)));
    pareto.set(
        List.of(
            measured(SEARCH, 1, search, this::againstRatio),
            measured(SLIDERS, 2, sliders, this::againstRatio),
            new DotSeries(FRONT, 0, 2, choices.stream().map(this::choice).toList())));
    additivityWords.set(
        measured
            .additivity(Split.VALIDATION)
            .map(TradeOffViewModel::words)
            .orElse("do losses add up? one mark per configuration"));
    paretoWords.set(
        search.size() + sliders.size() == 0
            ? "size against loss of whole configurations"
            : "%d measured; a click on a mark makes it the current configuration"
                .formatted(search.size() + sliders.size()));
    follow();
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
    current.set(new Place(ratio(bytes), loss));
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
        size(one.bytes())
            + "\npredicted loss "
            + Numbers.points(one.predictedLossPoints().orElseThrow())
            + "\n"
            + loss(one));
  }

  private Dot againstRatio(MeasuredConfiguration one) {
    return new Dot(
        ratio((double) one.bytes()),
        one.loss().points(),
        one.loss().margin(),
        size(one.bytes()) + "\n" + loss(one));
  }

  private Dot choice(Choice choice) {
    return new Dot(
        ratio((double) choice.predictedBytes()),
        choice.predictedLossPoints(),
        Double.NaN,
        size(choice.predictedBytes())
            + "\npredicted loss "
            + Numbers.points(choice.predictedLossPoints()));
  }

  private Configuration configuration(Choice choice) {
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    choice
        .points()
        .forEach((layer, point) -> bounds.put(layer, ErrorBound.absolute(point.bound())));
    return new Configuration(workbench.coding(), bounds);
  }

  private static String loss(MeasuredConfiguration one) {
    return "measured loss %s ± %s"
        .formatted(Numbers.points(one.loss().points()), Numbers.fixed(one.loss().margin(), 2));
  }

  private String size(long bytes) {
    return Numbers.ratio(ratio((double) bytes)) + ", " + Numbers.bytes(bytes);
  }

  private double ratio(double bytes) {
    var subject = workbench.subject().get();
    return subject == null ? Double.NaN : subject.network().originalBytes() / bytes;
  }

  private static ReadOnlyObjectWrapper<List<DotSeries>> series() {
    return new ReadOnlyObjectWrapper<>(List.of());
  }
}
