package org.weighbridge.architecture.violations.tensor;

/** Libraries far from their homes. */
final class ThirdParties {
  javafx.scene.Node javafx;
  io.fair_acc.chartfx.XYChart chartfx;
  atlantafx.base.theme.PrimerLight atlantafx;
  org.kordamp.ikonli.Ikon ikonli;
  java.awt.Color java2d;
  org.apache.batik.svggen.SVGGraphics2D batik;
  org.apache.pdfbox.pdmodel.PDDocument pdfbox;
  com.github.luben.zstd.Zstd zstd;
  org.ejml.data.FMatrixRMaj ejml;
  ai.onnxruntime.OrtEnvironment runtime;
  ai.onnx.proto.OnnxMl classes;
  com.google.gson.Gson gson;
  org.snakeyaml.engine.v2.api.LoadSettings snakeyaml;
  picocli.CommandLine picocli;
}
