package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.figure.Series;

class CoderFrontsTest {
  @Test
  void drawsALineWhereThereIsAChoiceAndAPointOfEveryFile() {
    var network = SampleResult.network();
    var compared = SampleResult.comparison(network);
    assertFalse(CoderFronts.any(compared), "nothing was assessed");

    var assessment = SampleResult.input().assessment().orElseThrow();
    var row = compared.rows().getFirst();
    var assessed =
        new ComparedCoder(
            row.coder(),
            row.verdict(),
            row.note(),
            row.file(),
            Optional.of(assessment),
            row.chosen(),
            row.nanos());
    var with =
        new ComparisonResult(
            compared.network(),
            compared.originalBytes(),
            compared.chosenBy(),
            compared.dataset(),
            compared.budget(),
            List.of(assessed, compared.rows().getLast()),
            List.of());
    assertTrue(CoderFronts.any(with));
    var figure = CoderFronts.figure(with);
    assertEquals(
        List.of("codebook, predicted", "codebook"),
        figure.series().stream().map(Series::name).toList());
    var line = figure.series().getFirst();
    assertFalse(line.listed());
    for (int i = 1; i < line.points().size(); i++) {
      var before = line.points().get(i - 1);
      var now = line.points().get(i);
      assertTrue(now.x() > before.x() && now.y() > before.y(), "smaller files lose more");
    }
    var point = figure.series().getLast().points().getFirst();
    var file = row.file().orElseThrow();
    assertEquals(file.file().ratio(), point.x());
    assertEquals(file.lossPoints(), point.y());
  }
}
