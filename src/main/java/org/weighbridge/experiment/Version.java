package org.weighbridge.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The version of this program, as files, reports and {@code --version} state it. */
public final class Version {
  private static final Properties BUILD = read();

  /** Such as {@code 0.1.0}. */
  public static final String NUMBER = BUILD.getProperty("version");

  /** Such as {@code weighbridge 0.1.0}. */
  public static final String PRODUCT = "weighbridge " + NUMBER;

  private Version() {}

  /** Of the sources; empty where the build was not told. */
  public static Optional<String> revision() {
    return Optional.of(BUILD.getProperty("revision", "")).filter(text -> !text.isBlank());
  }

  /** The libraries that compute or compress, as built with. */
  public static Map<String, String> libraries() {
    var libraries = new LinkedHashMap<String, String>();
    libraries.put("ONNX Runtime", BUILD.getProperty("onnxruntime"));
    libraries.put("zstd-jni", BUILD.getProperty("zstd"));
    libraries.put("EJML", BUILD.getProperty("ejml"));
    return Collections.unmodifiableMap(libraries);
  }

  private static Properties read() {
    var properties = new Properties();
    try (var in = Version.class.getResourceAsStream("/org/weighbridge/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
