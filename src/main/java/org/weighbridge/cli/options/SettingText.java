package org.weighbridge.cli.options;

import org.weighbridge.codec.Setting;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Settings of codecs as people type them: {@code 0.01}, {@code bits:5}. */
public final class SettingText implements ITypeConverter<Setting> {
  @Override
  public Setting convert(String text) {
    var as = BoundText.setting(text);
    if (as.coder().isPresent()) {
      throw new TypeConversionException("'" + text + "' names a codec; write --codec for it");
    }
    return as.setting();
  }
}
