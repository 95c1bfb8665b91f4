package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

/** Whatever the bytes, reading ends in a network or in a sentence. */
class DamagedModelTest {
  private static final Damage FIELDS = FieldDamage.of(ModelProto.newBuilder());

  /** A model whose tensors are in it, or, the last one, beside it. */
  @Nested
  class Model extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      try {
        var beside = TestModels.externalData(folder, TestModels.mlp(5, 6, 4, 3));
        return List.of(
            TestModels.mlp(1, 6, 4, 3).model().toByteArray(),
            TestModels.conv(2).model().toByteArray(),
            TestModels.constantNodes(3, 6, 4, 3).model().toByteArray(),
            TestModels.matMul(4, 6, 4, 3).model().toByteArray(),
            java.nio.file.Files.readAllBytes(beside));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Damage damage() {
      return Damage.any(Damage.bytes(), Damage.head(300), FIELDS, FIELDS);
    }

    @Override
    protected void read(byte[] content) {
      NetworkFiles.read(file("mutant.onnx", content));
    }
  }

  /** A graph as encoded files hold it. */
  @Nested
  class Payload extends ReaderContract {
    private final Network network = TestModels.mlp(1, 6, 4, 3);
    private final Map<LayerId, Tensor> weights = GraphPayloadTest.weights(network);

    @Override
    protected List<byte[]> good() {
      return List.of(GraphPayload.of(network, weights.keySet()).toBytes());
    }

    @Override
    protected Damage damage() {
      return Damage.any(Damage.bytes(), Damage.head(300), this::mutantModel);
    }

    /** Its model is damaged and its numbers are not. */
    private byte[] mutantModel(byte[] graph, byte[] other, SplittableRandom random) {
      try {
        var in = new ByteArrayInputStream(graph);
        var model = ModelProto.parseDelimitedFrom(in);
        var out = new ByteArrayOutputStream();
        new FieldDamage(random).several(model).writeDelimitedTo(out);
        in.transferTo(out);
        return out.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected void read(byte[] content) {
      GraphPayload.restore(content, weights, "mlp");
    }
  }
}
