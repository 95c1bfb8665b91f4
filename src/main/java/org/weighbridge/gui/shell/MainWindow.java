package org.weighbridge.gui.shell;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.assess.AssessDetails;
import org.weighbridge.gui.assess.AssessViewModel;
import org.weighbridge.gui.bounds.BoundsPanel;
import org.weighbridge.gui.bounds.BoundsViewModel;
import org.weighbridge.gui.bytes.BytesCard;
import org.weighbridge.gui.bytes.BytesViewModel;
import org.weighbridge.gui.chart.ChartGrid;
import org.weighbridge.gui.chart.Deck;
import org.weighbridge.gui.coding.CodingPanel;
import org.weighbridge.gui.coding.CodingViewModel;
import org.weighbridge.gui.curves.CurvesCard;
import org.weighbridge.gui.curves.CurvesViewModel;
import org.weighbridge.gui.details.Details;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.header.HeaderCard;
import org.weighbridge.gui.header.HeaderViewModel;
import org.weighbridge.gui.input.NumberInput;
import org.weighbridge.gui.layers.LayerTable;
import org.weighbridge.gui.layers.LayersViewModel;
import org.weighbridge.gui.notice.NoticeBar;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.numbers.AccuracyDetailsViewModel;
import org.weighbridge.gui.numbers.NumberCards;
import org.weighbridge.gui.numbers.NumbersViewModel;
import org.weighbridge.gui.optimize.OptimizerPanel;
import org.weighbridge.gui.optimize.OptimizerViewModel;
import org.weighbridge.gui.pruning.PruningPanel;
import org.weighbridge.gui.pruning.PruningViewModel;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.tradeoff.AdditivityCard;
import org.weighbridge.gui.tradeoff.ParetoCard;
import org.weighbridge.gui.tradeoff.TradeOffViewModel;
import org.weighbridge.gui.training.TrainingCard;
import org.weighbridge.gui.training.TrainingPanel;
import org.weighbridge.gui.training.TrainingViewModel;
import org.weighbridge.gui.weights.HistogramCard;
import org.weighbridge.gui.weights.MaskCard;
import org.weighbridge.gui.weights.WeightsViewModel;
import org.weighbridge.gui.workbench.Workbench;

/** The frame: left the network, in the middle what it costs, right the choices. */
final class MainWindow extends BorderPane {
  @FXML private VBox top;
  @FXML private MenuBar menus;
  @FXML private HBox tools;
  @FXML private VBox network;
  @FXML private VBox cost;
  @FXML private Sides choices;
  private final Actions actions;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  MainWindow(
      Workbench workbench,
      AssessViewModel assess,
      OptimizerViewModel optimizer,
      Notices notices,
      Actions actions) {
    this.actions = actions;
    Fxml.fill(this);
    getStyleClass().add("main-window");
    getStylesheets().add(MainWindow.class.getResource("shell.css") + "");
    fillMenus();
    fillTools(workbench.lossBudget(), assess);
    top.getChildren().add(new NoticeBar(notices));
    setBottom(new StatusBar(new StatusViewModel(workbench.jobs())));
    var weights = new WeightsViewModel(workbench);
    var layers = new LayerTable(new LayersViewModel(workbench));
    layers.setPrefHeight(240);
    layers.setMinHeight(120);
    network
        .getChildren()
        .addAll(
            new HeaderCard(new HeaderViewModel(workbench)), layers, growing(new MaskCard(weights)));
    var tradeOff = new TradeOffViewModel(workbench);
    var training = new TrainingViewModel(workbench);
    var deck =
        new Deck(
            List.of(
                new CurvesCard(new CurvesViewModel(workbench)),
                new AdditivityCard(tradeOff),
                new TrainingCard(training)));
    cost.getChildren()
        .addAll(
            new NumberCards(
                new NumbersViewModel(workbench), new AccuracyDetailsViewModel(workbench)),
            growing(
                new ChartGrid(
                    List.of(
                        deck,
                        new ParetoCard(tradeOff),
                        new BytesCard(new BytesViewModel(workbench)),
                        new HistogramCard(weights)))));
    choices.add(
        "side-bounds",
        "Error bounds",
        List.of(
            growing(new BoundsPanel(new BoundsViewModel(workbench))),
            new CodingPanel(new CodingViewModel(workbench)),
            new OptimizerPanel(optimizer)));
    choices.add(
        "side-training",
        "Prune & retrain",
        List.of(
            growing(new PruningPanel(new PruningViewModel(workbench))),
            new TrainingPanel(training, actions.get("save").run())));
    choices.shown().addListener((o, before, now) -> deck.show(now.intValue() == 0 ? 0 : 2));
  }

  private void fillMenus() {
    menus
        .getMenus()
        .addAll(
            menu(
                "File",
                "open",
                "data",
                "-",
                "save",
                "export",
                "export-onnx",
                "report",
                "decode",
                "-",
                "quit"),
            menu("Edit", "undo", "redo"),
            menu("Run", "assess", "optimize", "evaluate", "-", "cancel"),
            menu("View", "theme"));
  }

  private void fillTools(DoubleProperty lossBudget, AssessViewModel assess) {
    var plan = new Button("", Icons.SETTINGS.node());
    plan.setId("plan");
    plan.getStyleClass().add("icon-button");
    plan.setTooltip(new Tooltip("Which bounds an assessment tests"));
    plan.setAccessibleText("Which bounds an assessment tests");
    Details.on(plan, "Assessment", new AssessDetails(assess));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var budgetLabel = new Label("Accuracy-loss budget ≤");
    budgetLabel.getStyleClass().add("card-subtitle");
    var budget = new TextField();
    budget.setId("budget");
    budget.setPrefColumnCount(4);
    budget.setAccessibleText("Accuracy-loss budget in percentage points");
    NumberInput.bind(budget, lossBudget);
    tools
        .getChildren()
        .addAll(
            actions.get("open").button("Open…"),
            actions.get("data").button("Data…"),
            actions.get("undo").button(""),
            actions.get("redo").button(""),
            new Separator(Orientation.VERTICAL),
            actions.get("assess").button("Assess"),
            plan,
            budgetLabel,
            budget,
            new Label("pp"),
            actions.get("optimize").button("Optimize", "accent"),
            actions.get("evaluate").button("Evaluate"),
            gap,
            actions.get("export").button("Export model…"),
            actions.get("report").button("Report…"),
            actions.get("theme").button(""));
  }

  private Menu menu(String title, String... ids) {
    var menu = new Menu(title);
    Arrays.stream(ids)
        .map(id -> id.equals("-") ? new SeparatorMenuItem() : actions.get(id).menuItem())
        .forEach(menu.getItems()::add);
    return menu;
  }

  private static <T extends Node> T growing(T node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }
}
