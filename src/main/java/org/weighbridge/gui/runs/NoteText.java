package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.weighbridge.experiment.Run;

/**
 * Note and tags of a run as one line that is typed: words with a {@code #} are tags.
 *
 * @param note the other words
 * @param tags without the {@code #}, each once
 */
record NoteText(String note, List<String> tags) {
  static NoteText of(Run run) {
    return new NoteText(run.note(), run.tags());
  }

  /** Reads what was typed. */
  static NoteText parse(String line) {
    var words = new ArrayList<String>();
    var tags = new LinkedHashSet<String>();
    for (String word : line.strip().split("\\s+", -1)) {
      if (word.length() > 1 && word.startsWith("#")) {
        tags.add(word.substring(1));
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return new NoteText(String.join(" ", words), List.copyOf(tags));
  }

  /** The inverse of {@link #parse}. */
  @Override
  public String toString() {
    var words = new ArrayList<String>();
    if (!note.isEmpty()) {
      words.add(note);
    }
    tags.forEach(tag -> words.add("#" + tag));
    return String.join(" ", words);
  }
}
