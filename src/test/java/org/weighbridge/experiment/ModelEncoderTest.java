package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.SmallTensor;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.GraphPayload;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.tensor.Tensor;

class ModelEncoderTest {
  @TempDir Path folder;
  private final Network network = pruned();
  private final ModelEncoder encoder = new ModelEncoder();

  @Test
  void theDecodedFileHoldsTheTensorsThatWereMeasured() {
    var model = encoder.encode(network, all(0.02), Progress.none());
    Path file = folder.resolve("model.wbz");
    model.write(file);
    var decoded = ModelDecoder.decode(file, Progress.none());
    assertEquals(network.layers().size(), model.decoded().size());
    for (Layer layer : decoded.layers()) {
      assertTrue(layer.weights().sameBits(model.decoded().get(layer.id())), layer.name());
    }
    var ids = model.decoded().keySet();
    assertArrayEquals(
        GraphPayload.of(network, ids).toBytes(), GraphPayload.of(decoded, ids).toBytes());
    var verification = Verifier.verify(file, network, Progress.none());
    assertTrue(verification.ok());
    assertEquals(0, verification.violations());
    assertTrue(model.worstErrorToBound() <= 1);
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreWhatTheFileDecodesToAtAnyEffort(Effort effort) {
    var configuration = all(0.02);
    configuration = configuration.withCoding(configuration.coding().withEffort(effort));
    var values = encoder.values(network, configuration, Progress.none());
    var fresh = new ModelEncoder().encode(network, configuration, Progress.none()).decoded();
    assertEquals(fresh.keySet(), values.keySet());
    fresh.forEach((id, decoded) -> assertTrue(decoded.sameBits(values.get(id)), id.name()));
  }

  @Test
  void whatDidNotChangeIsTheSameObject() {
    var layers = network.layers();
    var before = encoder.values(network, all(0.02), Progress.none());
    var encoded = encoder.encode(network, all(0.02), Progress.none()).decoded();
    var moved = all(0.02).with(layers.getLast().id(), ErrorBound.absolute(0.03));
    var after = encoder.values(network, moved, Progress.none());
    for (Layer layer : layers.subList(0, layers.size() - 1)) {
      assertSame(before.get(layer.id()), encoded.get(layer.id()));
      assertSame(before.get(layer.id()), after.get(layer.id()));
    }
    assertFalse(before.get(layers.getLast().id()).sameBits(after.get(layers.getLast().id())));
  }

  @Test
  void layersWithoutABoundComeBackByteForByte() {
    var first = network.layers().getFirst();
    var one = new Configuration(Coding.DEFAULT, Map.of(first.id(), ErrorBound.absolute(0.05)));
    Path file = folder.resolve("one.wbz");
    encoder.encode(network, one, Progress.none()).write(file);
    var decoded = ModelDecoder.decode(file, Progress.none());
    for (Layer layer : network.layers().subList(1, network.layers().size())) {
      assertTrue(layer.weights().sameBits(decoded.layer(layer.id()).orElseThrow().weights()));
    }
    assertTrue(Verifier.verify(file, network, Progress.none()).ok());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.05", "rel:0.01", "psnr:40"})
  void smallTensorsWithABoundAreCodedLikeLayers(String bound) {
    var configuration = all(0.02).withCoding(bounded(bound));
    var model = encoder.encode(network, configuration, Progress.none());
    assertEquals(
        network.smallTensors().stream().map(SmallTensor::id).toList(),
        model.smallTensors().stream().map(LayerReport::layer).toList());
    Path file = folder.resolve("small.wbz");
    model.write(file);
    var decoded = ModelDecoder.decode(file, Progress.none());
    for (SmallTensor tensor : decoded.smallTensors()) {
      assertTrue(tensor.values().sameBits(model.decoded().get(tensor.id())), tensor.toString());
      assertFalse(tensor.values().sameBits(network.tensors().get(tensor.id())), "nothing is lost");
    }
    var verification = Verifier.verify(file, network, Progress.none());
    assertTrue(verification.ok());
    assertEquals(
        network.layers().size() + network.smallTensors().size(), verification.layers().size());
    assertTrue(model.worstErrorToBound() <= 1);
    var lossless = encoder.encode(network, all(0.02), Progress.none());
    assertTrue(lossless.smallTensors().isEmpty());
    assertEquals(lossless.layers(), model.layers());
    assertEquals(lossless.ratioFullyConnected(), model.ratioFullyConnected());
    assertTrue(model.smallTensorBytes() < model.otherBytes());
  }

  @Test
  void aChangedBiasIsSeen() {
    var coded = all(0.02).withCoding(bounded("0.05"));
    Path file = folder.resolve("bias.wbz");
    encoder.encode(network, coded, Progress.none()).write(file);
    var bias = network.smallTensors().getFirst();
    var values = bias.values().values().clone();
    values[3] += 1;
    var other = network.withWeights(Map.of(bias.id(), new Tensor(bias.values().shape(), values)));
    assertEquals(1, Verifier.verify(file, other, Progress.none()).violations());
    encoder.encode(network, all(0.02), Progress.none()).write(file);
    assertFalse(Verifier.verify(file, other, Progress.none()).graphEqual());
  }

  @Test
  void aSignalToNoiseRatioIsKept() {
    var first = network.layers().getFirst().id();
    var configuration = all(0.02).with(first, ErrorBound.parse("psnr:55"));
    var report = encoder.encode(network, configuration, Progress.none()).layers().getFirst();
    assertTrue(report.psnr() >= 55, report.toString());
    assertTrue(report.maxError() <= report.bound());
  }

  private static Coding bounded(String smallTensors) {
    return Coding.DEFAULT.withSmallTensors(Optional.of(ErrorBound.parse(smallTensors)));
  }

  @Test
  void sizesAddUpToTheFile() {
    var model = encoder.encode(network, all(0.02), Progress.none());
    long streams = model.layers().stream().mapToLong(LayerReport::bytes).sum();
    assertEquals(model.fileBytes(), streams + model.otherBytes());
    assertEquals(4.0 * network.parameters() / model.file().size(), model.ratio());
    long weights = network.layers().stream().mapToLong(l -> l.weights().size()).sum();
    assertEquals(4.0 * weights / streams, model.ratioFullyConnected(), 1e-9);
  }

  @Test
  void movingOneBoundCodesOneLayer() {
    var before = encoder.encode(network, all(0.02), Progress.none());
    var ids = network.layers().stream().map(Layer::id).toList();
    var moved = before.configuration().with(ids.getFirst(), ErrorBound.absolute(0.03));
    var after = encoder.encode(network, moved, Progress.none());
    assertFalse(same(before, after, ids.getFirst()));
    assertSame(before.decoded().get(ids.get(1)), after.decoded().get(ids.get(1)));
    assertArrayEquals(
        after.file().toBytes(),
        new ModelEncoder().encode(network, moved, Progress.none()).file().toBytes());
  }

  @Test
  void anotherNetworkIsNotVerified() {
    Path file = folder.resolve("model.wbz");
    encoder.encode(network, all(0.02), Progress.none()).write(file);
    var first = network.layers().getFirst();
    var values = first.weights().values().clone();
    values[3] += 1;
    var other = network.withWeights(Map.of(first.id(), new Tensor(first.shape(), values)));
    var verification = Verifier.verify(file, other, Progress.none());
    assertEquals(1, verification.violations());
    assertFalse(verification.ok());
    var stranger = TestModels.mlp(1, 5, 4, 3);
    assertThrows(Fault.class, () -> Verifier.verify(file, stranger, Progress.none()));
  }

  @Test
  void unknownLayersAreRefused() {
    var bounds = Map.of(new LayerId("nowhere"), ErrorBound.absolute(0.1));
    var configuration = new Configuration(Coding.DEFAULT, bounds);
    var fault =
        assertThrows(Fault.class, () -> encoder.encode(network, configuration, Progress.none()));
    assertTrue(fault.sentence().contains("nowhere"), fault.sentence());
    assertTrue(fault.sentence().contains(network.layers().getFirst().name()), fault.sentence());
  }

  @Test
  void configurationsSurviveTheirFile() throws IOException {
    var coding =
        Coding.DEFAULT.withCodec("deepsz").withEffort(Effort.MAX).withBelowBound(BelowBound.KEEP);
    var configuration =
        all(0.02)
            .withCoding(coding.withSmallTensors(Optional.of(ErrorBound.parse("rel:0.01"))))
            .with(network.layers().getLast().id(), new ErrorBound(ErrorBound.Mode.PSNR, 60))
            .with(network.layers().getFirst().id(), new ErrorBound(ErrorBound.Mode.RELATIVE, 1e-3));
    Path file = folder.resolve("configuration.json");
    ConfigurationFile.write(configuration, file);
    assertEquals(configuration, ConfigurationFile.read(file));
    for (String broken :
        Set.of(
            "",
            "[]",
            "{}",
            "{\"codec\":\"sz\"}",
            "{\"effort\":\"balanced\",\"bounds\":{\"w\":-1}}",
            "{\"effort\":\"huge\",\"bounds\":{}}",
            "{\"smallTensors\":{},\"bounds\":{}}",
            "{\"belowBound\":3,\"bounds\":{}}",
            "no json")) {
      Files.writeString(file, broken);
      var fault = assertThrows(Fault.class, () -> ConfigurationFile.read(file), broken);
      assertTrue(fault.sentence().contains("configuration.json"), fault.sentence());
    }
  }

  @Test
  void configurationFilesNeedNoMoreThanBounds() throws IOException {
    Path file = folder.resolve("short.json");
    Files.writeString(file, "{\"bounds\":{\"w\":0.1}}");
    assertEquals(
        new Configuration(Coding.DEFAULT, Map.of(new LayerId("w"), ErrorBound.absolute(0.1))),
        ConfigurationFile.read(file));
  }

  private Configuration all(double bound) {
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    network.layers().forEach(layer -> bounds.put(layer.id(), ErrorBound.absolute(bound)));
    return new Configuration(Coding.DEFAULT, bounds);
  }

  @SuppressWarnings("ReferenceEquality") // the question is whether it was decoded once
  private static boolean same(EncodedModel a, EncodedModel b, LayerId layer) {
    return a.decoded().get(layer) == b.decoded().get(layer);
  }

  private static Network pruned() {
    var network = TestModels.mlp(42, 40, 30, 10);
    var rules = new LinkedHashMap<LayerId, PruningRule>();
    network.layers().forEach(layer -> rules.put(layer.id(), new PruningRule.Density(0.2)));
    return Pruning.of(rules).apply(network);
  }
}
