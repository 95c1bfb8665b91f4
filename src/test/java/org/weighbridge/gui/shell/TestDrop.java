package org.weighbridge.gui.shell;

import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.TKDropTargetListener;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;

/** Files that come from another program: given to the scene as the desktop's toolkit gives them. */
final class TestDrop {
  private TestDrop() {}

  /** Drags files over the middle of the scene and lets them go, on the toolkit's thread. */
  static void on(Scene scene, List<Path> paths) {
    List<File> files = paths.stream().map(Path::toFile).toList();
    var target = target(scene);
    double x = scene.getWidth() / 2;
    double y = scene.getHeight() / 2;
    target.dragEnter(x, y, x, y, TransferMode.COPY, clipboard(files));
    target.dragOver(x, y, x, y, TransferMode.COPY);
    target.drop(x, y, x, y, TransferMode.COPY);
  }

  /** No robot drags from outside: the listener that the toolkit tells is asked for directly. */
  private static TKDropTargetListener target(Scene scene) {
    try {
      var peer = SceneHelper.getPeer(scene);
      var field = peer.getClass().getSuperclass().getDeclaredField("dropTargetListener");
      field.setAccessible(true);
      return (TKDropTargetListener) field.get(peer);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static TKClipboard clipboard(List<File> files) {
    return (TKClipboard)
        Proxy.newProxyInstance(
            TestDrop.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentTypes" -> Set.of(DataFormat.FILES);
                  case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                  case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
                  case "getTransferModes" -> Set.of(TransferMode.COPY);
                  case "putContent" -> false;
                  default -> method.getReturnType() == double.class ? 0.0 : null;
                });
  }
}
