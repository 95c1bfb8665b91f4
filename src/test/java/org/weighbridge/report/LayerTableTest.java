package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerTableTest {
  @Test
  void textWithAnEncodingHasSums() {
    var network = SampleResult.network();
    var encoded = Optional.of(SampleResult.encoded(network));
    assertEquals(
        """
        layer             operator    shape  weights  kept  sparsity  bound  bits/weight  bits/kept  bytes  ratio  max error/bound
        --------------------------------------------------------------------------------------------------------------------------
        fc1.weight        Gemm      30 × 56    1 680   420   75.00 %   2e-2        1.429       5.71    300  22.4×           0.9950
        fc2.weight        Gemm      10 × 30      300   150   50.00 %   1e-2        8.000      16.00    300   4.0×           0.9950
        --------------------------------------------------------------------------------------------------------------------------
        coded layers                           1 980   570   71.21 %               2.424       8.42    600  13.2×           0.9950
        rest of the file                                                                               400
        whole file                                                                                   1 000   8.1×
        """,
        TextTable.of(LayerTable.of(network, encoded)).render());
  }

  @Test
  void textOfANetworkAloneDescribesItsLayers() {
    assertEquals(
        """
        layer       operator    shape  weights  kept  sparsity
        ------------------------------------------------------
        fc1.weight  Gemm      30 × 56    1 680   420   75.00 %
        fc2.weight  Gemm      10 × 30      300   150   50.00 %
        """,
        TextTable.of(LayerTable.of(SampleResult.network(), Optional.empty())).render());
  }

  @Test
  void codedSmallTensorsHaveRowsOfTheirOwn() {
    var network = SampleResult.network();
    var encoded = SampleResult.withSmallTensors(network);
    String text = TextTable.of(LayerTable.of(network, Optional.of(encoded))).render();
    assertTrue(text.contains("small tensors" + " ".repeat(83) + "30\n"), text);
    assertTrue(text.contains("rest of the file" + " ".repeat(79) + "370\n"), text);
    String csv = LayerTable.smallTensors(network, encoded).data().csv();
    assertTrue(csv.contains("\nfc1.bias,Gemm,30,30,30,0.0,"), csv);
    var bars = WhereBytesGo.figure(encoded).bars();
    assertEquals("small tensors", bars.get(bars.size() - 2).name());
  }

  private static final String COLUMNS =
      "kind,layer,operator,shape,weights,kept,sparsity,codec,bound,bitsPerWeight,bitsPerKeptWeight,"
          + "indexBytes,valuesBytes,outliersBytes,tablesBytes,headerBytes,"
          + "bytes,ratio,maxError,maxErrorToBound,psnr\n";

  @Test
  void dataWithAnEncodingAreInFullPrecision() {
    var network = SampleResult.network();
    assertEquals(
        COLUMNS
            + """
            layer,fc1.weight,Gemm,30x56,1680,420,0.75,"SZ(zero,linear,huffman,zstd)",0.02,\
            1.4285714285714286,5.714285714285714,110,150,8,20,12,300,22.4,0.0199,0.995,50.0
            layer,fc2.weight,Gemm,10x30,300,150,0.5,"SZ(zero,linear,huffman,zstd)",0.01,\
            8.0,16.0,110,150,8,20,12,300,4.0,0.00995,0.995,50.0
            sum,coded layers,,,1980,570,0.7121212121212122,,,2.4242424242424243,\
            8.421052631578947,,,,,,600,13.2,,0.995,
            sum,rest of the file,,,,,,,,,,,,,,,400,,,,
            sum,whole file,,,,,,,,,,,,,,,1000,8.08,,,
            """,
        LayerTable.of(network, Optional.of(SampleResult.encoded(network))).data().csv());
  }

  @Test
  void dataOfANetworkAloneDescribeItsLayers() {
    assertEquals(
        """
        layer,operator,shape,weights,kept,sparsity
        fc1.weight,Gemm,30x56,1680,420,0.75
        fc2.weight,Gemm,10x30,300,150,0.5
        """,
        LayerTable.of(SampleResult.network(), Optional.empty()).data().csv());
  }
}
