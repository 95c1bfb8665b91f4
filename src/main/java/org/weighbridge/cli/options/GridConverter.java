package org.weighbridge.cli.options;

import org.weighbridge.assessment.AssessmentPlan.LogGrid;
import org.weighbridge.fault.Fault;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1e-4:1e-1:10}. */
final class GridConverter implements ITypeConverter<LogGrid> {
  @Override
  public LogGrid convert(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new TypeConversionException("'" + text + "' is no grid; write 1e-4:1e-1:10");
    }
    try {
      return new LogGrid(
          Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Integer.parseInt(parts[2]));
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no grid; write 1e-4:1e-1:10");
    } catch (Fault e) {
      throw new TypeConversionException("'" + text + "': " + e.sentence());
    }
  }
}
