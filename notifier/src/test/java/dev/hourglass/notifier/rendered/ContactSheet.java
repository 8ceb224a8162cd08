package dev.hourglass.notifier.rendered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pictures on one page, {@code target/screenshots/index.html}. */
public final class ContactSheet {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Mails and pages of notifier</title>
      <style>
        body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; background: #b9c0c6; }
        section { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start; }
        figure { margin: 0; }
        img { display: block; height: 420px; max-width: 640px; object-fit: contain; object-position: top left; }
      </style>
      <h1>Mails and pages of notifier</h1>
      """;

  private ContactSheet() {}

  /** Writes it anew from the pictures that are there. */
  public static void write() throws IOException {
    Map<String, List<Path>> pictures;
    try (Stream<Path> files = Files.walk(Tab.SCREENSHOTS)) {
      pictures =
          files
              .filter(file -> file.toString().endsWith(".png"))
              .map(Tab.SCREENSHOTS::relativize)
              .sorted()
              .collect(
                  Collectors.groupingBy(
                      file -> String.valueOf(file.getParent()), TreeMap::new, Collectors.toList()));
    }
    StringBuilder sheet = new StringBuilder(HEAD);
    pictures.forEach(
        (message, files) -> {
          sheet.append("<h2>").append(message).append("</h2>\n<section>\n");
          files.forEach(file -> sheet.append(figure(file)));
          sheet.append("</section>\n");
        });
    Files.writeString(Tab.SCREENSHOTS.resolve("index.html"), sheet);
  }

  private static String figure(Path file) {
    String name = file.getFileName().toString().replace(".png", "");
    return "<figure><figcaption>%s</figcaption><a href=\"%s\"><img loading=\"lazy\" src=\"%s\" alt=\"\"></a></figure>\n"
        .formatted(name, file, file);
  }
}
