package org.weighbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.network.io.NetworkFiles;

/** The fixture is what other tests take it for. */
class TestModelsTest {
  @Test
  void givesTheSameWeightsForTheSameSeed() {
    assertEquals(TestModels.mlp(7, 784, 32, 10).hash(), TestModels.mlp(7, 784, 32, 10).hash());
  }

  @Test
  void fixesTheBatch() {
    assertEquals(4, TestModels.fixedBatch(1, 4, 20, 8, 3).input().batch());
    assertEquals(-1, TestModels.mlp(1, 20, 8, 3).input().batch());
  }

  @Test
  void keepsExternalDataBesideTheModel(@TempDir Path folder) throws IOException {
    Network inside = TestModels.mlp(3, 20, 8, 3);
    Network outside = NetworkFiles.read(TestModels.externalData(folder, inside));
    assertEquals(inside.model(), outside.model());
  }
}
