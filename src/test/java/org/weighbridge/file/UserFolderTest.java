package org.weighbridge.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserFolderTest {
  private static final Map<String, String> LINUX =
      Map.of("os.name", "Linux", "user.home", "/home/ann");

  @Test
  void linuxHasItWhereXdgSays() {
    assertEquals("/home/ann/.cache/weighbridge", find(LINUX, Map.of()));
    assertEquals("/fast/weighbridge", find(LINUX, Map.of("XDG_CACHE_HOME", "/fast")));
    assertEquals(
        "/home/ann/.cache/weighbridge", find(LINUX, Map.of("XDG_CACHE_HOME", "not/absolute")));
  }

  @Test
  void otherSystemsHaveTheirOwnPlaces() {
    var mac = Map.of("os.name", "Mac OS X", "user.home", "/Users/ann");
    assertEquals("/Users/ann/Library/Caches/weighbridge", find(mac, Map.of()));
    var windows = Map.of("os.name", "Windows 11", "user.home", "/u");
    assertEquals("/u/Local/weighbridge", find(windows, Map.of("LOCALAPPDATA", "/u/Local")));
    assertEquals("", find(windows, Map.of()));
  }

  @Test
  void thePropertyComesBeforeTheVariableBeforeTheUsual() {
    var property = Map.of("os.name", "Linux", "user.home", "/home/ann", "weighbridge.cache", "/p");
    assertEquals("/p", find(property, Map.of("WEIGHBRIDGE_CACHE", "/v")));
    assertEquals("/v", find(LINUX, Map.of("WEIGHBRIDGE_CACHE", "/v", "XDG_CACHE_HOME", "/x")));
    assertEquals(
        "/x/weighbridge", find(LINUX, Map.of("WEIGHBRIDGE_CACHE", " ", "XDG_CACHE_HOME", "/x")));
  }

  @Test
  void settingsAndStateAreWhereXdgSays() {
    assertEquals("/home/ann/.config/weighbridge", find(UserFolder.CONFIGURATION, LINUX, Map.of()));
    assertEquals("/home/ann/.local/state/weighbridge", find(UserFolder.STATE, LINUX, Map.of()));
    assertEquals(
        "/c/weighbridge", find(UserFolder.CONFIGURATION, LINUX, Map.of("XDG_CONFIG_HOME", "/c")));
    assertEquals("/s", find(UserFolder.STATE, LINUX, Map.of("WEIGHBRIDGE_STATE", "/s")));
  }

  @Test
  void testsHaveTheirOwn() {
    for (UserFolder kind : UserFolder.values()) {
      var folder = kind.find().map(Path::toString).orElse("");
      assertEquals(System.getProperty(kind.property()), folder, "the build sets the property");
    }
  }

  private static String find(Map<String, String> properties, Map<String, String> environment) {
    return find(UserFolder.CACHE, properties, environment);
  }

  private static String find(
      UserFolder kind, Map<String, String> properties, Map<String, String> environment) {
    Optional<Path> found = kind.find(properties::get, environment::get);
    return found.map(path -> path.toString().replace('\\', '/')).orElse("");
  }
}
