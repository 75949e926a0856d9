package org.grappe.problem;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of the problems, in English and French. */
public final class Messages {
  static final Messages ENGLISH = new Messages("en", Locale.ROOT);
  static final Messages FRENCH = new Messages("fr", Locale.FRENCH);

  private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

  /** Words that go with a number: for one, and for several. */
  private static final Pattern COUNTED = Pattern.compile("\\{(\\d)\\|([^|}]+)\\|([^|}]+)}");

  private final ResourceBundle bundle;
  private final String tag;

  private Messages(String tag, Locale locale) {
    this.tag = tag;
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.bundle = ResourceBundle.getBundle("problems", locale, noFallback);
  }

  /** The language that the caller likes best of those there are; English where none fits. */
  public static Messages of(List<Locale> accepted) {
    for (Locale locale : accepted) {
      if (locale.getLanguage().equals("fr")) {
        return FRENCH;
      }
      if (locale.getLanguage().equals("en") || locale.getLanguage().equals("*")) {
        return ENGLISH;
      }
    }
    return ENGLISH;
  }

  /** The same, from a header {@code Accept-Language} (RFC 9110, 12.5.4). */
  public static Messages of(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return ENGLISH;
    }
    try {
      return of(
          Locale.LanguageRange.parse(acceptLanguage).stream()
              .filter(range -> range.getWeight() > 0)
              .map(range -> Locale.forLanguageTag(range.getRange()))
              .toList());
    } catch (IllegalArgumentException illFormed) {
      return ENGLISH;
    }
  }

  /** The tag for {@code Content-Language}. */
  public String tag() {
    return tag;
  }

  /** Whether there is such a sentence. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** Whether there is such a sentence, with nothing to fill in. */
  boolean isWhole(String key) {
    return has(key) && !SLOT.matcher(bundle.getString(key)).find();
  }

  /** The sentence with its slots filled. */
  public String say(String key, List<Object> args) {
    String pattern;
    try {
      pattern = bundle.getString(key);
    } catch (MissingResourceException untold) {
      throw new IllegalStateException("no sentence for " + key, untold);
    }
    return SLOT.matcher(counted(pattern, args))
        .replaceAll(
            slot -> Matcher.quoteReplacement(word(args.get(Integer.parseInt(slot.group(1))))));
  }

  private String counted(String pattern, List<Object> args) {
    return COUNTED
        .matcher(pattern)
        .replaceAll(
            words -> {
              Object arg = args.get(Integer.parseInt(words.group(1)));
              return words.group(arg instanceof Number count && isOne(count.longValue()) ? 2 : 3);
            });
  }

  /** French has nought of a thing as one of it, English as many. */
  private boolean isOne(long count) {
    return count == 1 || (count == 0 && tag.equals("fr"));
  }

  private String word(Object arg) {
    if (arg instanceof Problems.Noun noun) {
      return has("noun." + noun.key()) ? bundle.getString("noun." + noun.key()) : noun.key();
    }
    String text = String.valueOf(arg);
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
