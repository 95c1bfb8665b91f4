package org.weighbridge.gui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.action.Actions;
import org.weighbridge.gui.bounds.BoundsPanel;
import org.weighbridge.gui.bounds.BoundsViewModel;
import org.weighbridge.gui.bytes.BytesCard;
import org.weighbridge.gui.bytes.BytesViewModel;
import org.weighbridge.gui.chart.ChartGrid;
import org.weighbridge.gui.chart.Deck;
import org.weighbridge.gui.chart.ExpandRequest;
import org.weighbridge.gui.curves.CurvesCard;
import org.weighbridge.gui.curves.CurvesViewModel;
import org.weighbridge.gui.error.ErrorCard;
import org.weighbridge.gui.error.ErrorViewModel;
import org.weighbridge.gui.facts.FactsCard;
import org.weighbridge.gui.facts.FactsViewModel;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.header.HeaderCard;
import org.weighbridge.gui.header.HeaderViewModel;
import org.weighbridge.gui.layers.LayerTable;
import org.weighbridge.gui.layers.LayersViewModel;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.numbers.AccuracyDetailsViewModel;
import org.weighbridge.gui.numbers.NumberCards;
import org.weighbridge.gui.numbers.NumbersViewModel;
import org.weighbridge.gui.optimize.OptimizerPanel;
import org.weighbridge.gui.optimize.OptimizerViewModel;
import org.weighbridge.gui.pruning.PruningPanel;
import org.weighbridge.gui.pruning.PruningViewModel;
import org.weighbridge.gui.tradeoff.AdditivityCard;
import org.weighbridge.gui.tradeoff.ParetoCard;
import org.weighbridge.gui.tradeoff.TradeOffViewModel;
import org.weighbridge.gui.training.TrainingCard;
import org.weighbridge.gui.training.TrainingPanel;
import org.weighbridge.gui.training.TrainingViewModel;
import org.weighbridge.gui.tried.TriedTabs;
import org.weighbridge.gui.weights.HistogramCard;
import org.weighbridge.gui.weights.MaskCard;
import org.weighbridge.gui.weights.MaskViewModel;
import org.weighbridge.gui.weights.WeightsViewModel;
import org.weighbridge.gui.workbench.Workbench;

/** What the window works with: left the network, in the middle what it costs, right the choices. */
final class Parts extends HBox {
  private final ChartGrid grid;
  @FXML private VBox network;
  @FXML private SplitPane middle;
  @FXML private VBox cost;
  @FXML private StackPane tried;
  @FXML private Sides choices;

  /** From this height on all cards of the right column stand below each other. */
  private static final double ROOMY = 900;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  Parts(Workbench workbench, OptimizerViewModel optimizer, Notices notices, Actions actions) {
    Fxml.fill(this);
    var weights = new WeightsViewModel(workbench);
    var layers = new LayerTable(new LayersViewModel(workbench));
    layers.setPrefHeight(240);
    layers.setMinHeight(120);
    var mask = new MaskCard(new MaskViewModel(workbench));
    network
        .getChildren()
        .addAll(new HeaderCard(new HeaderViewModel(workbench)), layers, growing(mask));
    var tradeOff = new TradeOffViewModel(workbench);
    var training = new TrainingViewModel(workbench);
    var courses =
        new Deck(
            List.of(new CurvesCard(new CurvesViewModel(workbench)), new TrainingCard(training)));
    grid =
        new ChartGrid(
            List.of(
                courses,
                new Deck(List.of(new ParetoCard(tradeOff), new AdditivityCard(tradeOff))),
                new ErrorCard(new ErrorViewModel(workbench)),
                new BytesCard(new BytesViewModel(workbench))));
    cost.getChildren()
        .addAll(
            new NumberCards(
                new NumbersViewModel(workbench), new AccuracyDetailsViewModel(workbench)),
            growing(grid));
    // cards beside the grid fill it, too
    addEventHandler(ExpandRequest.TYPE, request -> grid.expand(request.part()));
    var tabs = new TriedTabs(workbench, notices);
    tried.getChildren().add(tabs);
    middle.setDividerPositions(0.78);
    var layer = new Sides();
    layer.add(
        "layer-facts",
        "Selected layer",
        List.of(growing(new FactsCard(new FactsViewModel(workbench)))));
    layer.add("layer-weights", "Weights", List.of(growing(new HistogramCard(weights))));
    layer.stacked().bind(choices.heightProperty().greaterThan(ROOMY));
    layer.minHeightProperty().bind(Bindings.when(layer.stacked()).then(372).otherwise(190));
    layer.prefHeightProperty().bind(Bindings.when(layer.stacked()).then(372).otherwise(232));
    choices.add(
        "side-bounds",
        "Coding",
        List.of(
            growing(new BoundsPanel(new BoundsViewModel(workbench))),
            new OptimizerPanel(optimizer),
            layer));
    choices.add(
        "side-training",
        "Prune & retrain",
        List.of(
            growing(new PruningPanel(new PruningViewModel(workbench))),
            new TrainingPanel(training, actions.get("save").run())));
    // at once: menus are made anew when actions are added
    actions.add(
        Stream.of(
                choices.actions(),
                tabs.actions(),
                mask.actions(),
                List.of(RunMenu.retrain(training)),
                new LastCard(this).actions())
            .flatMap(List::stream)
            .toList());
    workbench.view().add("choices", choices::at, choices::show);
    workbench.view().add("layer", layer::at, layer::show);
    workbench.view().add("layers", layers::order, layers::sort);
    choices.shown().addListener((o, before, now) -> courses.show(now.intValue()));
  }

  /** The charts in the middle. */
  ChartGrid grid() {
    return grid;
  }

  private static <T extends Node> T growing(T node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }
}
