package org.weighbridge.gui.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class RegionTest {
  private static final LayerId LAYER = new LayerId("fc1.weight");

  @Test
  void cornersMayComeInAnyOrderAndLieOutside() {
    var region = Region.between(LAYER, Shape.of(10, 4, 5), 12, -3, 2, 7);
    assertEquals(new Region(LAYER, 2, 9, 0, 7), region);
    assertEquals(64, region.weights());
    assertEquals("rows 2–9, columns 0–7", region.words());
    assertThrows(IllegalArgumentException.class, () -> new Region(LAYER, 3, 2, 0, 0));
  }

  @Test
  void takesItsValuesOutOfATensor() {
    var tensor = Tensor.of(Shape.of(2, 3, 1), 0, 1, 2, 3, 4, 5);
    assertArrayEquals(new float[] {1, 2, 4, 5}, new Region(LAYER, 0, 1, 1, 2).of(tensor));
  }

  @Test
  void belongsToTheSelectedLayerOfTheOpenModel(@TempDir Path folder) {
    var example = TinyExample.in(folder);
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    var region = new Region(LAYER, 0, 1, 0, 1);
    workbench.region().set(region);
    workbench.bounds().set(LAYER, 0.05);
    assertEquals(region, workbench.region().get(), "a bound moves no weights");
    workbench.selected().set(workbench.subject().get().layers().getLast().id());
    assertNull(workbench.region().get(), "another layer");
    workbench.selected().set(LAYER);
    workbench.region().set(region);
    workbench.openModel(example.model(), Optional.empty());
    bench.drain();
    assertNull(workbench.region().get(), "another model");
  }
}
