package org.grappe.query;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Filters by a text. */
final class TextFilter {
  private TextFilter() {}

  static Filter plain(String name, String condition, String about) {
    return Filter.of(name, Filter.Kind.TEXT, ParameterText::plain, condition, about);
  }

  /** By one that is ill-formed unless it is right; see {@link Filtered#written}. */
  static Filter written(
      String name, Predicate<String> isRight, String sentence, String condition, String about) {
    Function<String, Object> parse =
        text -> {
          if (!isRight.test(text.strip())) {
            throw new IllFormed(sentence);
          }
          return text.strip();
        };
    return Filter.of(name, Filter.Kind.TEXT, parse, condition, about);
  }

  /** By a part of a name in a column of plain names. */
  static Filter part(String name, String column, String about) {
    return new Filter(
        name,
        about,
        Filter.Kind.TEXT,
        List.of(),
        ParameterText::words,
        (words, wide) -> NameSearch.in(column, words.toString()));
  }

  /** By one that stands in the statement; see {@link Parted#textInParts}. */
  static Filter inParts(
      String name, String condition, String about, List<String> parts, List<String> ofPast) {
    List<Function<Object, Fragment>> some = parts.stream().map(TextFilter::said).toList();
    List<Function<Object, Fragment>> others = ofPast.stream().map(TextFilter::said).toList();
    Function<Object, Fragment> all = said(condition);
    return new Filter(
            name,
            about,
            Filter.Kind.TEXT,
            List.of(),
            ParameterText::plain,
            (value, wide) -> all.apply(value))
        .withParts(
            (value, past) -> (past ? others : some).stream().map(one -> one.apply(value)).toList());
  }

  private static Function<Object, Fragment> said(String sql) {
    return value -> new Fragment(sql.formatted(Literal.text(value.toString())));
  }
}
