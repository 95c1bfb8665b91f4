import java.io.File;
import javax.imageio.ImageIO;

/** Prints width, height and number of distinct colours of a picture, for jlink/smoke. */
final class Colours {
  public static void main(String[] args) throws Exception {
    var picture = ImageIO.read(new File(args[0]));
    int width = picture.getWidth();
    int height = picture.getHeight();
    long colours =
        java.util.Arrays.stream(picture.getRGB(0, 0, width, height, null, 0, width))
            .distinct()
            .count();
    System.out.println(width + " " + height + " " + colours);
  }
}
