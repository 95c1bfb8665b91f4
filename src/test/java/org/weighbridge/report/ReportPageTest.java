package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/** {@code index.html} stands for itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageTest {
  private static final PictureChoice SVG =
      new PictureChoice(Set.of(PictureFormat.SVG), List.of(FigureSize.Width.ONE_COLUMN), 300);

  private Path folder;
  private String source;
  private Document page;

  @BeforeAll
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary;
    ReportWriter.write(SampleResult.input(), folder, SVG, Progress.none());
    source = Files.readString(folder.resolve("index.html"));
    page = Pages.parse(source);
  }

  @Test
  void asksForNoScriptAndNoNetwork() {
    assertEquals(List.of(), Pages.all(page, "script"));
    assertEquals(List.of(), Pages.all(page, "link"));
    for (Element element : Pages.all(page, "*")) {
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        String name = attributes.item(i).getNodeName();
        String value = attributes.item(i).getNodeValue();
        assertFalse(name.startsWith("on"), name);
        assertTrue(name.startsWith("xmlns") || !value.contains("://"), name + "=" + value);
      }
    }
    String style = Pages.all(page, "style").getFirst().getTextContent();
    assertFalse(style.contains("://") || style.contains("@import"), "the style asks for more");
    assertTrue(style.contains("@font-face") && style.contains("@page"), "fonts and print");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    var ids =
        Pages.all(page, "*").stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertEquals(ids.size(), Set.copyOf(ids).size(), "an id is there twice");
    for (Element link : Pages.all(page, "a")) {
      String target = link.getAttribute("href");
      boolean there =
          target.startsWith("#")
              ? ids.contains(target.substring(1))
              : Files.exists(folder.resolve(target));
      assertTrue(there, target);
    }
  }

  @Test
  void holdsEveryFigureAndLinksEveryFile() throws IOException {
    var links =
        Pages.all(page, "a").stream().map(a -> a.getAttribute("href")).collect(Collectors.toSet());
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        assertTrue(name.equals("index.html") || links.contains(name), name);
        // the table of layers is on the page as a table
        if (name.endsWith("-1col.svg") && !name.contains("/layers-")) {
          String id = "figure-" + name.substring("figures/".length(), name.length() - 9);
          var figure =
              Pages.all(page, "figure").stream()
                  .filter(element -> element.getAttribute("id").equals(id))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(id));
          assertTrue(figure.getElementsByTagNameNS("*", "svg").getLength() > 0, id);
        }
      }
    }
  }

  @Test
  void canBeReadAloud() {
    assertEquals("en", page.getDocumentElement().getAttribute("lang"));
    for (Element svg : Pages.all(page, "svg")) {
      assertEquals("img", svg.getAttribute("role"));
    }
    for (Element header : Pages.all(page, "th")) {
      assertFalse(header.getAttribute("scope").isEmpty(), header.getTextContent());
    }
    assertEquals(1, Pages.all(page, "h1").size());
  }

  @Test
  void namesOfLayersAreText(@TempDir Path other) throws IOException {
    String name = "a<b & \"c\">{d}|_%";
    var network = SampleResult.network();
    var layers = network.layers().stream().map(layer -> renamed(layer, name)).toList();
    var odd =
        new Network(
            "<script>alert(1)</script>",
            network.model(),
            layers,
            network.smallTensors(),
            network.input(),
            network.output(),
            network.parameters(),
            network.hash());
    EncodedModel model = SampleResult.encoded(odd);
    var input = ReportInput.of(odd).withEncoded(model).withCommandLine("a <b> && \"c\"");
    ReportWriter.write(input, other, SVG, Progress.none());
    var read = Pages.parse(Files.readString(other.resolve("index.html")));
    assertEquals(List.of(), Pages.all(read, "script"));
    assertTrue(
        Pages.all(read, "h3").stream()
            .anyMatch(h -> h.getTextContent().equals("fc1.weight" + name)));
    assertEquals("a <b> && \"c\"", Pages.all(read, "pre").getFirst().getTextContent());
  }

  private static Layer renamed(Layer layer, String more) {
    var id = new LayerId(layer.name() + more);
    return new Layer(id, layer.operator(), layer.weights(), layer.outputAxis());
  }
}
