package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.language.Language;
import io.quarkus.qute.TemplateInstance;

/** What templates make, in a language. */
final class Rendering {

  private Rendering() {}

  static String html(TemplateInstance template, Language language) {
    return template.setLocale(language.tag()).render();
  }

  /** What a template leaves out leaves empty lines; what it fills in makes long ones. */
  static String text(TemplateInstance template, Language language) {
    String rendered = html(template, language);
    return Wrapped.of(rendered.replaceAll("\\R{3,}", "\n\n").strip()) + "\n";
  }
}
