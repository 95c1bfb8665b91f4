import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks or applies the source format of this project, google-java-format without options.
 *
 * <p>Run by the build on the JDK that compiles the sources, because the formatter parses with the
 * compiler of the JVM it runs on and Maven itself may run on an older one.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    var formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    int unformatted = 0;
    try (var files = Files.walk(Path.of(args[1]))) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
        String source = Files.readString(file);
        String formatted =
            formatter.formatSource(
                ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(source),
                    JavaFormatterOptions.Style.GOOGLE));
        if (formatted.equals(source)) {
          continue;
        }
        unformatted++;
        System.out.println((apply ? "formatted " : "not formatted: ") + file);
        if (apply) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (unformatted > 0 && !apply) {
      System.out.println("Run: mvn generate-sources -Dformat=apply");
      System.exit(1);
    }
  }
}
