package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Answers lists as formats of their own take them, which have no pages. */
@ApplicationScoped
public class WholeLists {
  /**
   * What is asked of pages of JSON, and nothing that is whole and has a format of its own takes.
   */
  private static final List<String> OF_PAGES =
      List.of("cursor", "count", "fields", Expansions.PARAMETER);

  /** What is asked of pages and of CSV, and nothing that is neither takes. */
  private static final List<String> OF_FILES =
      Stream.concat(OF_PAGES.stream(), CsvDialect.PARAMETERS.stream()).toList();

  private final CurrentList current;
  private final PageReader pages;
  private final Naming naming;

  WholeLists(CurrentList current, PageReader pages, Naming naming) {
    this.current = current;
    this.pages = pages;
    this.naming = naming;
  }

  /**
   * The whole collection in no order, for an answer that is nothing else: it has no pages, and its
   * members are what its format says.
   */
  public <V extends View> Page<V> everything(Listing<V> listing) {
    current.refuse(Stream.concat(OF_PAGES.stream(), Stream.of("limit", "sort")));
    return Page.streaming(new ListExport<>(current.of(listing, null), false, naming));
  }

  /** The same one after the other, whatever the format. */
  public <V extends View> ListExport<V> all(Listing<V> listing) {
    current.refuse(Stream.concat(OF_FILES.stream(), Stream.of("limit")));
    return new ListExport<>(current.of(listing, null), true, naming);
  }

  /** The first of them, whatever the format: a feed is no more. */
  public <V extends View> List<V> first(Listing<V> listing) {
    current.refuse(OF_FILES.stream());
    return pages.page(current.of(listing, null)).getItems();
  }
}
