package org.weighbridge.recipe.yaml;

/**
 * A place in a file.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Mark(int line, int column) implements Comparable<Mark> {
  @Override
  public int compareTo(Mark other) {
    return line == other.line
        ? Integer.compare(column, other.column)
        : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
