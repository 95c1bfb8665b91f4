package org.weighbridge.gui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Actions;
import org.weighbridge.gui.assess.AssessDetails;
import org.weighbridge.gui.assess.AssessViewModel;
import org.weighbridge.gui.coding.CodingBar;
import org.weighbridge.gui.coding.CodingViewModel;
import org.weighbridge.gui.details.Details;
import org.weighbridge.gui.input.NumberInput;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.workbench.Workbench;

/** The tool bar: what is wanted most of the actions, and the budget that all of them obey. */
final class Tools extends HBox {
  /** Narrower tool bars name what they can by icons only. */
  private static final double ROOMY = 1420;

  /** Narrower ones say in short what the loss is, too. */
  private static final double TIGHT = 1300;

  Tools(Workbench workbench, AssessViewModel assess, Actions actions) {
    getStyleClass().add("toolbar");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var budgetLabel = new Label();
    budgetLabel
        .textProperty()
        .bind(
            Bindings.when(widthProperty().lessThan(TIGHT))
                .then("Loss ≤")
                .otherwise("Loss budget ≤"));
    budgetLabel.getStyleClass().add("card-subtitle");
    setMinWidth(0); // with all its words it would make the window wide enough for them
    budgetLabel.setMinWidth(USE_PREF_SIZE);
    var unit = new Label("pp");
    unit.setMinWidth(USE_PREF_SIZE);
    var coding = new CodingBar(new CodingViewModel(workbench));
    coding.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            named(actions.get("open"), "Open…"),
            named(actions.get("data"), "Data…"),
            actions.get("undo").button(""),
            actions.get("redo").button(""),
            new Separator(Orientation.VERTICAL),
            coding,
            new Separator(Orientation.VERTICAL),
            actions.get("assess").button("Assess"),
            plan(assess),
            budgetLabel,
            budget(workbench),
            unit,
            actions.get("optimize").button("Optimize", "accent"),
            actions.get("evaluate").button("Evaluate"),
            gap,
            named(actions.get("export"), "Export…"),
            named(actions.get("report"), "Report…"),
            actions.get("theme").button(""));
  }

  /** With its words where there is room for them; the icon and the tooltip say the same. */
  private Region named(Action action, String label) {
    var pane = action.button(label);
    if (pane.getChildrenUnmodifiable().getFirst() instanceof Button button) {
      button
          .textProperty()
          .bind(Bindings.when(widthProperty().lessThan(ROOMY)).then("").otherwise(label));
    }
    return pane;
  }

  private static Node plan(AssessViewModel assess) {
    var plan = new Button("", Icons.SETTINGS.node());
    plan.setId("plan");
    plan.getStyleClass().add("icon-button");
    plan.setTooltip(new Tooltip("What an assessment tests"));
    plan.setAccessibleText("What an assessment tests");
    Details.on(plan, "Assessment", new AssessDetails(assess));
    return plan;
  }

  private static Node budget(Workbench workbench) {
    var budget = new TextField();
    budget.setId("budget");
    budget.setPrefColumnCount(3);
    budget.setMinWidth(USE_PREF_SIZE);
    budget.setTooltip(new Tooltip("Accepted loss of accuracy in percentage points"));
    budget.setAccessibleText("Accuracy-loss budget in percentage points");
    NumberInput.bind(budget, workbench.lossBudget());
    return budget;
  }
}
