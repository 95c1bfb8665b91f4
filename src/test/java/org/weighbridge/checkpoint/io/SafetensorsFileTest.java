package org.weighbridge.checkpoint.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.checkpoint.io.SafetensorsBytes.header;
import static org.weighbridge.checkpoint.io.SafetensorsBytes.tensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.checkpoint.MappedCheckpoint;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

class SafetensorsFileTest {
  private static final String ONE = tensor("w", "F32", "[2,3]", 0, 24);

  @TempDir Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("model.safetensors"), content);
  }

  private Checkpoint read(String header, int data) throws IOException {
    return CheckpointFiles.read(file(SafetensorsBytes.of(header, data)), Progress.none());
  }

  private String refused(String header, int data) throws IOException {
    Path file = file(SafetensorsBytes.of(header, data));
    String sentence =
        assertThrows(Fault.class, () -> CheckpointFiles.read(file, Progress.none())).sentence();
    assertTrue(sentence.startsWith("Cannot read " + file + ": "), sentence);
    assertTrue(sentence.matches(".*(;|,) .*\\."), sentence);
    return sentence;
  }

  @Test
  void findsTensorsOfAllTypesInTheOrderOfTheirBytes() throws IOException {
    String header =
        header(
            "\"__metadata__\":{\"format\":\"pt\",\"note\":\"\\u00fc\"}",
            tensor("b", "BF16", "[4]", 24, 32),
            tensor("i", "I64", "[]", 32, 40),
            tensor("a", "F32", "[2,3]", 0, 24),
            tensor("h", "F16", "[3]", 40, 46),
            tensor("sub", "F4", "[3,2]", 46, 49),
            tensor("new", "F3_X", "[7]", 49, 50),
            tensor("none", "F32", "[0,9]", 50, 50));
    var checkpoint = read(header + "   ", 50);
    assertEquals("model", checkpoint.name());
    assertEquals(
        List.of("a", "b", "i", "h", "sub", "new", "none"),
        checkpoint.tensors().stream().map(StoredTensor::name).toList());
    int data = 8 + header.length() + 3;
    var a = checkpoint.tensors().getFirst();
    assertEquals(ElementType.FLOAT32, a.type());
    assertEquals(List.of(2L, 3L), a.dims());
    assertEquals(data, a.offset());
    assertEquals(ElementType.BFLOAT16, checkpoint.tensors().get(1).type());
    assertEquals(ElementType.OTHER, checkpoint.tensors().get(2).type());
    assertEquals("I64", checkpoint.tensors().get(2).typeName());
    assertEquals(ElementType.FLOAT16, checkpoint.tensors().get(3).type());
    try (var mapped = new MappedCheckpoint(checkpoint)) {
      assertEquals(Float.intBitsToFloat(0x07060504), mapped.floats(a, 1, 1)[0]);
    }
  }

  @Test
  void takesAFileWithoutTensors() throws IOException {
    assertEquals(List.of(), read("{}", 0).tensors());
  }

  @Test
  void isKnownByItsContent() throws IOException {
    byte[] content = SafetensorsBytes.of(header(ONE), 24);
    Path other = Files.write(folder.resolve("weights.bin"), content);
    assertTrue(CheckpointFiles.matches(other));
    assertEquals("weights.bin", CheckpointFiles.read(other, Progress.none()).name());
    Files.write(other, new byte[100]);
    assertFalse(CheckpointFiles.matches(other));
    assertFalse(CheckpointFiles.matches(folder.resolve("nothing")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]} | no valid JSON",
        "{\"w\":1} | NUMBER stands where BEGIN_OBJECT belongs",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3]}} | is missing",
        "{\"w\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[6],\"data_offsets\":[0,24]}} | there twice",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[6],\"data_offsets\":[0,24],\"x\":{}}} | fields beside",
        "{\"w\":{\"dtype\":\"f32\",\"shape\":[6],\"data_offsets\":[0,24]}} | dtype is none",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[6],\"data_offsets\":[24,0]}} | no range",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[6],\"data_offsets\":[0,12,24]}} | no range",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[6.0],\"data_offsets\":[0,24]}} | no whole number",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[-6],\"data_offsets\":[0,24]}} | no whole number",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[6],\"data_offsets\":[0,1e99999999]}} | no whole number",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[7],\"data_offsets\":[0,24]}} | does not take the 24 bytes",
        "{\"w\":{\"dtype\":\"F4\",\"shape\":[3],\"data_offsets\":[0,24]}} | does not take the 24 bytes",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}} | does not take",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[5],\"data_offsets\":[0,20]}} | take 20 bytes and it has 24",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[5],\"data_offsets\":[4,24]}} | begins at byte 4",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[8],\"data_offsets\":[0,32]}} | take 32 bytes and it has 24",
        "{\"__metadata__\":{\"a\":1}} | NUMBER stands where STRING belongs",
        "{} x | JSON",
        "{'w':1} | no valid JSON",
        "[] | no valid JSON",
        "{\"\\ud800\":{}} | its header is damaged",
      })
  void refusesUnsoundHeaders(String header, String words) throws IOException {
    String sentence = refused(header, 24);
    assertTrue(header.startsWith("[") || sentence.contains(words), sentence);
  }

  @Test
  void refusesOverlapsHolesAndRepeatedNames() throws IOException {
    assertTrue(
        refused(header(ONE, tensor("v", "F32", "[1]", 20, 24)), 24)
            .contains("tensor v begins at byte 20 of the data and the one before it ends at 24"));
    assertTrue(
        refused(header(ONE, tensor("v", "F32", "[1]", 28, 32)), 32).contains("begins at byte 28"));
    assertTrue(
        refused(header(ONE, tensor("w", "F32", "[1]", 24, 28)), 28)
            .contains("w: it is there twice"));
  }

  @Test
  void refusesWhatWouldTakeMemory() throws IOException {
    String deep = "{\"w\":" + "[".repeat(100_000);
    assertTrue(refused(deep, 0).contains("damaged"));
    assertTrue(refused("{\"" + "n".repeat(5_000) + "\":{}}", 0).contains("4096 characters"));
    assertTrue(refused("{\"" + "n".repeat(1 << 20) + "\":{}}", 0).contains("65536 characters"));
    String dims = "1,".repeat(70) + "1";
    assertTrue(refused(header(tensor("w", "F32", "[" + dims + "]", 0, 4)), 4).contains("64 dim"));
    String note = "{\"__metadata__\":{\"note\":\"" + "n".repeat(1 << 20) + "\"}}";
    assertEquals(List.of(), read(note, 0).tensors());
  }

  @Test
  void refusesFilesThatAreCutOffOrOfAnotherKind() throws IOException {
    byte[] whole = SafetensorsBytes.of(header(ONE), 24);
    for (int length : new int[] {0, 7, 8, 20, whole.length - 1}) {
      Path file = file(Arrays.copyOf(whole, length));
      var fault = assertThrows(Fault.class, () -> CheckpointFiles.read(file, Progress.none()));
      assertTrue(fault.sentence().contains("get it again"), fault.sentence());
    }
    Path pointer =
        file("version https://git-lfs.github.com/spec/v1\noid".getBytes(StandardCharsets.UTF_8));
    var fault = assertThrows(Fault.class, () -> CheckpointFiles.read(pointer, Progress.none()));
    assertTrue(fault.sentence().contains("git lfs pull"), fault.sentence());
    byte[] huge = whole.clone();
    huge[4] = 1; // a header of more than 4 GB
    Path file = file(huge);
    fault = assertThrows(Fault.class, () -> CheckpointFiles.read(file, Progress.none()));
    assertTrue(fault.sentence().contains("no length of a header"), fault.sentence());
  }
}
