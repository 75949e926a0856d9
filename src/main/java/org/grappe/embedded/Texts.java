package org.grappe.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What commands and the start say, in English or French.
 *
 * @param locale whose words and numbers these are
 * @param bundle the sentences, which {@link String#format} completes
 */
public record Texts(Locale locale, ResourceBundle bundle) {

  /** In the language of whoever started this process. */
  public static Texts ofProcess() {
    return of(System.getenv(), Locale.getDefault());
  }

  /** In the language that this environment asks for, or, where it has none (C), this one. */
  public static Texts of(Map<String, String> environment, Locale otherwise) {
    Locale locale =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(environment::get)
            .filter(value -> value != null && !value.isBlank())
            .findFirst()
            .map(value -> value.split("[.@]", 2)[0])
            .filter(name -> !name.equals("C") && !name.equals("POSIX"))
            .map(name -> Locale.forLanguageTag(name.replace('_', '-')))
            .orElse(otherwise);
    Locale spoken = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    return new Texts(
        spoken,
        ResourceBundle.getBundle(
            "cli",
            spoken,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** What stands in the way of a file: Java says of most nothing but its name. */
  public String reason(IOException failed) {
    if (failed instanceof NoSuchFileException missing) {
      return say("file.missing", missing.getFile());
    }
    if (failed instanceof AccessDeniedException denied) {
      return say("file.denied", denied.getFile());
    }
    if (failed instanceof FileAlreadyExistsException there) {
      return say("file.there", there.getFile());
    }
    return failed.getMessage() == null ? say("file.unknown") : failed.getMessage();
  }

  /** The sentence of this key, with these words in it. */
  public String say(String key, Object... arguments) {
    return String.format(locale, bundle.getString(key), arguments);
  }
}
