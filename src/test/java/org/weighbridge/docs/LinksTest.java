package org.weighbridge.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between documents lead to files that exist, and to headings that these have. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*?) *$");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    for (String folder : List.of("docs", "sample-models")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    try (Stream<Path> files = Files.list(Path.of(""))) {
      files.filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  /** What headings are called in links: lower case, hyphens for blanks, no punctuation. */
  private static Set<String> anchors(Path page) throws IOException {
    var anchors = new HashSet<String>();
    var headings = HEADING.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
    while (headings.find()) {
      String text = headings.group(1).toLowerCase(Locale.ROOT);
      anchors.add(text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'));
    }
    return anchors;
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int followed = 0;
    for (Path page : pages()) {
      var links = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
      while (links.find()) {
        String link = links.group(1);
        if (!link.contains("://")) {
          followed++;
          if (!leadsSomewhere(page, link)) {
            dead.add(page + " -> " + link);
          }
        }
      }
    }
    assertEquals(List.of(), dead);
    assertTrue(followed > 150, "followed " + followed + " links");
  }

  @Test
  void theIndexNamesEveryPage() throws IOException {
    String index = Files.readString(Path.of("docs", "README.md"));
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      for (Path page : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        String name = page.getFileName().toString();
        assertTrue(name.equals("README.md") || index.contains("(" + name + ")"), name);
      }
    }
  }
}
