package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers lists as formats of their own take them, which have no pages and no members to choose.
 */
@ApplicationScoped
public class WholeLists {
  private static final String FIELDS = "fields";
  private static final String LIMIT = "limit";

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
    current.refuse(Endings.ofPages(FIELDS, LIMIT, "sort"));
    return Page.streaming(new ListExport<>(current.of(listing, null), false, naming));
  }

  /** The same one after the other, whatever the format. */
  public <V extends View> ListExport<V> all(Listing<V> listing) {
    refuseOfFiles(FIELDS, LIMIT);
    return new ListExport<>(current.of(listing, null), true, naming);
  }

  /** The first of them, whatever the format: a feed is no more. */
  public <V extends View> List<V> first(Listing<V> listing) {
    refuseOfFiles(FIELDS);
    return pages.page(current.of(listing, null)).getItems();
  }

  /** What is asked of pages and of CSV, and nothing that is neither takes. */
  private void refuseOfFiles(String... others) {
    current.refuse(Stream.concat(Endings.ofPages(others), CsvDialect.PARAMETERS.stream()));
  }
}
