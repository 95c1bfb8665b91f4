package org.weighbridge.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.weighbridge.figure.DataTable;

/**
 * A table: what people read, and the same numbers in full for other programs.
 *
 * @param name of its files, such as {@code layers}; also the end of its label in LaTeX
 * @param caption what it shows and what of, in a sentence
 * @param columns those for other programs alone among them
 * @param groups its rows; people see a rule between two groups, programs a first column {@code
 *     kind} with the groups' keys where there may be several
 * @param notes what a reader must know of it, in sentences
 */
public record Table(
    String name, String caption, List<Column> columns, List<Group> groups, List<String> notes) {
  /**
   * Rows that belong together.
   *
   * @param key for other programs; empty where a table never has but one group
   * @param heading for people; may be empty
   * @param rows a cell for each column of the table
   */
  public record Group(String key, String heading, List<List<Cell>> rows) {
    public Group {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  public Table {
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
    for (Group group : groups) {
      for (List<Cell> row : group.rows()) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(row.size() + " cells for " + columns);
        }
      }
    }
  }

  /** A table of one group. */
  public static Table of(String name, String caption, List<Column> columns, List<List<Cell>> rows) {
    return new Table(name, caption, columns, List.of(new Group("", "", rows)), List.of());
  }

  public Table withNotes(List<String> sentences) {
    return new Table(name, caption, columns, groups, sentences);
  }

  /** Whether there is anything in it. */
  public boolean isEmpty() {
    return groups.stream().allMatch(group -> group.rows().isEmpty());
  }

  /** The columns that people see. */
  public List<Column> shown() {
    return columns.stream().filter(Column::shown).toList();
  }

  /** What people see of a row. */
  public List<String> shown(List<Cell> row) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).shown())
        .mapToObj(i -> row.get(i).text())
        .toList();
  }

  /** The groups that have rows. */
  public List<Group> filled() {
    return groups.stream().filter(group -> !group.rows().isEmpty()).toList();
  }

  /** Every column and row, in full precision. */
  public DataTable data() {
    boolean keyed = groups.stream().anyMatch(group -> !group.key().isEmpty());
    var header = new ArrayList<String>();
    if (keyed) {
      header.add("kind");
    }
    columns.forEach(column -> header.add(column.key()));
    var lines = new ArrayList<List<String>>();
    for (Group group : groups) {
      for (List<Cell> row : group.rows()) {
        var line = new ArrayList<String>();
        if (keyed) {
          line.add(group.key());
        }
        row.forEach(cell -> line.add(cell.exact()));
        lines.add(line);
      }
    }
    return new DataTable(header, lines);
  }
}
