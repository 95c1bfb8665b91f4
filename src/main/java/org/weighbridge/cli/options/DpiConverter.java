package org.weighbridge.cli.options;

import java.util.stream.Collectors;
import org.weighbridge.figure.picture.PictureChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a resolution that there is. */
final class DpiConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    return PictureChoice.RESOLUTIONS.stream()
        .filter(dpi -> text.equals(Integer.toString(dpi)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is not " + all()));
  }

  private static String all() {
    return PictureChoice.RESOLUTIONS.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" or "));
  }
}
