package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;

/** Weights in files beside the model. */
class ExternalDataTest {
  @TempDir Path root;
  private final Network inside = TestModels.mlp(3, 20, 8, 3);
  private Path folder;
  private Path model;

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectory(root.resolve("folder"));
    model = TestModels.externalData(folder, inside);
  }

  @Test
  void readsTheSameNetwork() {
    Network outside = NetworkFiles.read(model);
    assertEquals(inside.model(), outside.model());
    assertEquals(inside.parameters(), outside.parameters());
  }

  @Test
  void findsTheFolderByAnyPath() throws IOException {
    Path around = folder.resolve("..").resolve("folder").resolve("model.onnx");
    assertEquals(inside.model(), NetworkFiles.read(around).model());
    Path link = Files.createSymbolicLink(root.resolve("link"), folder);
    assertEquals(inside.model(), NetworkFiles.read(link.resolve("model.onnx")).model());
  }

  @Test
  void hashesTheDataToo() throws IOException {
    String before = NetworkFiles.read(model).hash();
    assertEquals(before, NetworkFiles.read(model).hash());
    byte[] data = Files.readAllBytes(folder.resolve("model.data"));
    data[0] ^= 1;
    Files.write(folder.resolve("model.data"), data);
    assertNotEquals(before, NetworkFiles.read(model).hash());
  }

  @Test
  void writesOneFile() throws IOException {
    Path target = root.resolve("whole.onnx");
    NetworkFiles.write(NetworkFiles.read(model), target);
    assertEquals(inside.model(), NetworkFiles.read(target).model());
  }

  @Test
  void worksOutTheLength() throws IOException {
    edit(entry -> entry.getKey().equals("length"), null);
    assertEquals(inside.model(), NetworkFiles.read(model).model());
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Files.delete(folder.resolve("model.data"));
    refused("tensor fc1.weight is in the file model.data, which is missing; copy it");
  }

  @Test
  void namesWhatIsTooShort() throws IOException {
    byte[] data = Files.readAllBytes(folder.resolve("model.data"));
    Files.write(folder.resolve("model.data"), Arrays.copyOf(data, data.length - 1));
    refused("tensor fc2.bias needs 12 bytes from byte 768 of model.data, which has 779");
  }

  @Test
  void staysInTheFolder() throws IOException {
    Path secret = Files.copy(folder.resolve("model.data"), root.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("leak"), secret);
    Files.createSymbolicLink(folder.resolve("up"), root);
    String[] outside = {"../secret", secret.toString(), "leak", "up/secret", "x/../../secret", ""};
    for (String location : outside) {
      edit(entry -> entry.getKey().equals("location"), location);
      refused("is no file in the model's folder");
    }
    for (String location : new String[] {".", "x", "no\u0000name"}) {
      edit(entry -> entry.getKey().equals("location"), location);
      refused("model's folder", "missing");
    }
    edit(entry -> entry.getKey().equals("location"), "./model.data");
    assertEquals(inside.model(), NetworkFiles.read(model).model());
  }

  @Test
  void refusesBrokenNumbers() throws IOException {
    for (String number : new String[] {"-1", "many", "99999999999999999999"}) {
      edit(entry -> entry.getKey().equals("offset"), number);
      refused("broken offset or length");
    }
    edit(entry -> entry.getKey().equals("offset"), "9223372036854775807");
    refused("copy the whole file again");
    edit(entry -> entry.getKey().equals("offset"), "0");
    edit(entry -> entry.getKey().equals("length"), "4");
    refused("should hold 640 bytes and its external data has 4");
  }

  private void edit(Predicate<StringStringEntryProto.Builder> which, String value)
      throws IOException {
    var builder = ModelProto.parseFrom(Files.readAllBytes(model)).toBuilder();
    for (var tensor : builder.getGraphBuilder().getInitializerBuilderList()) {
      for (var entry : tensor.getExternalDataBuilderList()) {
        if (which.test(entry) && value != null) {
          entry.setValue(value);
        } else if (which.test(entry)) {
          entry.setKey("unknown");
        }
      }
    }
    Files.write(model, builder.build().toByteArray());
  }

  private void refused(String... words) {
    Fault fault = assertThrows(Fault.class, () -> NetworkFiles.read(model));
    assertTrue(fault.sentence().startsWith("Cannot read " + model + ": "), fault.sentence());
    assertTrue(Stream.of(words).anyMatch(fault.sentence()::contains), fault.sentence());
  }
}
