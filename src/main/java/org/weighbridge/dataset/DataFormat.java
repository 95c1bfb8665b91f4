package org.weighbridge.dataset;

import java.nio.file.Path;
import java.util.Optional;

/** One file format of samples: recognises its content, knows the usual names in a folder. */
interface DataFormat {
  /** Whether a file's content may be of this format. */
  boolean matches(Path file);

  /** All samples of a file (and of the label file beside it), as the given split. */
  SampleSet file(Path file, Split split);

  /** The samples of a split by the usual names in a folder, or empty where these are missing. */
  Optional<SampleSet> folder(Path folder, Split split);

  /** The usual names, for people. */
  String usualNames(Split split);
}
