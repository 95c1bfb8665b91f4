package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void sentencesForPeople() {
    assertEquals(
        List.of(
            "whole file: 8 080 bytes of parameters in 1 000 bytes, ratio 8.1×; fully-connected"
                + " layers alone: ratio 13.2×",
            "encoded in 12 ms, decoded in 4.6 ms; largest error 0.9950 of its bound",
            "on mnist, test: accuracy before 98.37 % (9 837 of 10 000), after 98.20 % (9 820):"
                + " loss +0.17 pp; 31 samples became wrong, 14 right (McNemar p 0.016)"),
        Summary.lines(SampleResult.input()));
    assertEquals(List.of(), Summary.lines(ReportInput.of(SampleResult.network())));
  }

  @Test
  void jsonHasTheKeysOfTheCommandLine() {
    var json = Summary.json(SampleResult.input());

    assertEquals(8080, json.get("originalBytes").getAsLong());
    assertEquals(1000, json.get("fileBytes").getAsLong());
    assertEquals(8.08, json.get("ratio").getAsDouble());
    assertEquals(13.2, json.get("ratioFullyConnected").getAsDouble());
    assertEquals(9837, json.getAsJsonObject("before").get("correct").getAsInt());
    assertEquals(9820, json.getAsJsonObject("after").get("correct").getAsInt());
    assertEquals(0.17, json.get("lossPoints").getAsDouble(), 1e-12);
    var layer = json.getAsJsonArray("layers").get(1).getAsJsonObject();
    assertEquals(
        Set.of(
            "name",
            "codec",
            "bound",
            "maxError",
            "psnr",
            "weights",
            "kept",
            "bytes",
            "bitsPerWeight",
            "ratio",
            "breakdown"),
        layer.keySet());
    assertEquals(31, json.getAsJsonObject("flips").get("broken").getAsInt());
    assertEquals(0.0161, json.getAsJsonObject("flips").get("pValue").getAsDouble(), 1e-4);
    assertEquals(0.1343, json.get("lossMargin").getAsDouble(), 1e-4);
    assertEquals(150, layer.get("kept").getAsInt());
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    var json = Summary.json(ReportInput.of(SampleResult.network()));
    assertEquals(
        Set.of("producer", "model", "modelSha256", "parameters", "originalBytes"), json.keySet());
  }
}
