package org.weighbridge.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as files, reports and {@code --version} state it. */
public final class Version {
  /** Such as {@code 0.1.0}. */
  public static final String NUMBER = read();

  /** Such as {@code weighbridge 0.1.0}. */
  public static final String PRODUCT = "weighbridge " + NUMBER;

  private Version() {}

  private static String read() {
    var properties = new Properties();
    try (var in = Version.class.getResourceAsStream("/org/weighbridge/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
