package org.weighbridge.experiment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;

/** Damaged configurations. */
class ConfigurationFuzzTest extends ReaderContract {
  @Override
  protected List<byte[]> good() {
    return Stream.of(
            """
            {"codec": "sz", "effort": "BALANCED", "belowBound": "DROP",
             "bounds": {"fc1.weight": 0.02, "fc2.weight": {"relative": 0.01}}}
            """,
            """
            {"codec": "codebook", "smallTensors": 0.001,
             "bounds": {"fc1.weight": {"coder": "codebook", "bits": 5},
                        "fc2.weight": {"coder": "zfp", "absolute": 0.01}}}
            """)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected Damage damage() {
    return Damage.text();
  }

  @Override
  protected void read(byte[] content) {
    ConfigurationFile.toJson(ConfigurationFile.read(file("c.json", content)));
  }
}
