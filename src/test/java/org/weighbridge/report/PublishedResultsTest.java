package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.weighbridge.network.TestModels;

class PublishedResultsTest {
  @Test
  void aNetworkFindsTheFiguresOfItsOwnKind() {
    var rows = PublishedResults.fitting(TestModels.mlp(1, 784, 300, 100, 10));
    assertFalse(rows.isEmpty());
    for (var row : rows) {
      assertEquals("LeNet-300-100", row.network());
      assertFalse(row.counts().isEmpty(), row.toString());
      assertFalse(row.source().isEmpty(), row.toString());
      assertTrue(row.ratio().matches("[0-9. /to]+"), row.toString());
    }
    var compression = rows.stream().filter(r -> r.system().equals("Deep Compression")).toList();
    assertEquals("40", compression.getFirst().ratio());
    assertEquals(PublishedResult.Reading.SOURCE, compression.getFirst().read());
  }

  @Test
  void aNetworkThatNobodyPublishedHasNone() {
    assertTrue(PublishedResults.fitting(TestModels.mlp(1, 784, 30, 10)).isEmpty());
  }
}
