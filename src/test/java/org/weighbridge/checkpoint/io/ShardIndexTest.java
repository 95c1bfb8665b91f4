package org.weighbridge.checkpoint.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.checkpoint.io.SafetensorsBytes.header;
import static org.weighbridge.checkpoint.io.SafetensorsBytes.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.CheckpointFile;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

class ShardIndexTest {
  @TempDir Path outside;
  private Path folder;
  private Path index;

  @BeforeEach
  void twoShards() throws IOException {
    folder = Files.createDirectory(outside.resolve("model"));
    index = folder.resolve("model.safetensors.index.json");
    shard(folder.resolve("1.safetensors"), "a");
    shard(folder.resolve("2.safetensors"), "b");
    map("\"a\":\"1.safetensors\",\"b\":\"2.safetensors\"");
  }

  private static void shard(Path file, String name) throws IOException {
    Files.write(file, SafetensorsBytes.of(header(tensor(name, "F32", "[2]", 0, 8)), 8));
  }

  private void map(String members) throws IOException {
    Files.writeString(index, "{\"metadata\":{\"total_size\":16},\"weight_map\":{" + members + "}}");
  }

  private Checkpoint read(Path path) {
    return CheckpointFiles.read(path, Progress.none());
  }

  private String refused(Path path) {
    String sentence = assertThrows(Fault.class, () -> read(path)).sentence();
    assertTrue(sentence.startsWith("Cannot read " + path + ": "), sentence);
    assertTrue(sentence.matches(".*;.*\\."), sentence);
    return sentence;
  }

  @Test
  void takesTheIndexOrItsFolder() {
    for (Path path : List.of(index, folder)) {
      assertTrue(CheckpointFiles.matches(path));
      var checkpoint = read(path);
      assertEquals("model", checkpoint.name());
      assertEquals(
          List.of("model.safetensors.index.json", "1.safetensors", "2.safetensors"),
          checkpoint.files().stream().map(CheckpointFile::name).toList());
      assertEquals(
          List.of("a", "b"), checkpoint.tensors().stream().map(StoredTensor::name).toList());
      assertEquals(2, checkpoint.tensors().getLast().file());
    }
  }

  @Test
  void takesAFolderOfOneFileAndNoneOfSeveral() throws IOException {
    Files.delete(index);
    assertTrue(refused(folder).contains("2 files *.safetensors"));
    Files.delete(folder.resolve("2.safetensors"));
    assertEquals(1, read(folder).tensors().size());
    Files.delete(folder.resolve("1.safetensors"));
    assertTrue(refused(folder).contains("no *.safetensors"));
  }

  @Test
  void refusesShardsThatDoNotAgree() throws IOException {
    map("\"a\":\"1.safetensors\"");
    assertEquals(1, read(index).tensors().size()); // a shard that is not named is another's
    map("\"a\":\"1.safetensors\",\"b\":\"2.safetensors\",\"c\":\"2.safetensors\"");
    assertTrue(refused(index).contains("tensor c is not in 2.safetensors"));
    map("\"a\":\"2.safetensors\",\"b\":\"1.safetensors\"");
    assertTrue(refused(index).contains("where the index does not have it"));
    map("\"a\":\"1.safetensors\",\"b\":\"3.safetensors\"");
    assertTrue(refused(index).contains("3.safetensors is missing"));
    map("\"a\":\"1.safetensors\",\"a\":\"1.safetensors\"");
    assertTrue(refused(index).contains("tensor a is there twice"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../other.safetensors",
        "below/../1.safetensors",
        "below/deep.safetensors",
        "/other.safetensors",
        "link.safetensors",
        "model.safetensors.index.json",
        ".",
        "",
        "..",
        "a\\u0000b"
      })
  void refusesShardsElsewhere(String name) throws IOException {
    shard(outside.resolve("other.safetensors"), "b");
    Files.createDirectory(folder.resolve("below"));
    shard(folder.resolve("below/deep.safetensors"), "b");
    Files.createSymbolicLink(
        folder.resolve("link.safetensors"), outside.resolve("other.safetensors"));
    map("\"a\":\"1.safetensors\",\"b\":\"" + name + "\"");
    String sentence = refused(index);
    assertTrue(
        sentence.contains("no file of its own folder") || sentence.contains("missing"), sentence);
  }

  @Test
  void refusesTheAbsolutePathOfAFileThatIsThere() throws IOException {
    map("\"a\":\"%s\"".formatted(folder.resolve("1.safetensors")));
    assertTrue(refused(index).contains("no file of its own folder"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"weight_map\":{}}",
        "{\"weight_map\":[]}",
        "{\"weight_map\":{\"a\":1}}",
        "{\"weight_map\":{\"a\":\"1.safetensors\"}} x",
        "{\"weight_map\":{\"a\":\"1.safetensors\"},\"weight_map\":{\"b\":\"2.safetensors\"}}"
      })
  void refusesWhatIsNoIndex(String text) throws IOException {
    Files.writeString(index, text);
    refused(index);
  }

  @Test
  void refusesDeepNesting() throws IOException {
    Files.writeString(index, "{\"metadata\":" + "[".repeat(1_000_000));
    assertTrue(refused(index).contains("damaged"));
  }
}
