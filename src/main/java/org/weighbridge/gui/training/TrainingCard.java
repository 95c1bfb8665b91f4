package org.weighbridge.gui.training;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.chart.CourseChart;
import org.weighbridge.gui.workbench.Course;

/** Training loss and validation accuracy, epoch by epoch. */
public final class TrainingCard extends ChartCard {
  private final CourseChart loss =
      new CourseChart("training loss (nats)", 4, "Retrain to see the loss of the batches");
  private final CourseChart accuracy =
      new CourseChart("validation accuracy (%)", 0, "… and the accuracy after every epoch");

  public TrainingCard(TrainingViewModel model) {
    setTitle("Training");
    HBox.setHgrow(loss, Priority.ALWAYS);
    HBox.setHgrow(accuracy, Priority.ALWAYS);
    setContent(new HBox(8, loss, accuracy));
    setSubtitle("loss of batches, accuracy of epochs");
    setFigure(model::figure);
    model.course().addListener((o, before, now) -> show(model, now));
    show(model, model.course().get());
  }

  private void show(TrainingViewModel model, Course course) {
    double all = Math.max(model.epochs(), course.epochs().size());
    loss.setCourse(
        numbers(course.losses().stream().map(Course.Point::epoch).toList()),
        numbers(course.losses().stream().map(Course.Point::value).toList()),
        all);
    var epochs = course.epochs();
    accuracy.setCourse(
        java.util.stream.IntStream.rangeClosed(1, epochs.size()).asDoubleStream().toArray(),
        epochs.stream().mapToDouble(epoch -> 100 * epoch.validation().accuracy()).toArray(),
        all);
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
