package org.grappe.query;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a collection, or, for a format that streams, all of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Page<V> {
  private final List<V> items;

  @Schema(
      description = "The address of the next page; absent on the last one.",
      examples = "/api/v1/clusters?cursor=…")
  private final String next;

  @Schema(
      description = "What `cursor` is on the next page; absent on the last one.",
      examples = "AZ4l8xq0cQGAAAAAAAAAAQ")
  private final String nextCursor;

  @Schema(
      description = "How many there are in all, where `count=true` asked for it.",
      examples = "2")
  private final Long total;

  @JsonIgnore
  @Schema(hidden = true)
  private final ListExport<?> all;

  @JsonIgnore
  @Schema(hidden = true)
  private final String description;

  @JsonIgnore
  @Schema(hidden = true)
  private final Fields fields;

  @JsonIgnore
  @Schema(hidden = true)
  private final Expanded expanded;

  Page(List<V> items, String next, String nextCursor, Long total) {
    this(items, next, nextCursor, total, null, null, null, null);
  }

  /** All that there is. */
  Page(List<V> items, Long total) {
    this(items, null, null, total, null, null, null, null);
  }

  private Page(
      List<V> items,
      String next,
      String nextCursor,
      Long total,
      Fields fields,
      Expanded expanded,
      ListExport<?> all,
      String description) {
    this.fields = fields;
    this.expanded = expanded;
    this.items = items;
    this.next = next;
    this.nextCursor = nextCursor;
    this.total = total;
    this.all = all;
    this.description = description;
  }

  static <V extends View> Page<V> streaming(ListExport<V> all) {
    return new Page<>(List.of(), null, null, null, null, null, all, null);
  }

  /** The same with the address of what is to be said of it. */
  public Page<V> describedBy(String address) {
    return new Page<>(items, next, nextCursor, total, fields, expanded, all, address);
  }

  /** The same, of whose items these members are told. */
  Page<V> keeping(Fields kept) {
    return new Page<>(items, next, nextCursor, total, kept, expanded, all, description);
  }

  /** The same, in whose references there is more. */
  Page<V> expanding(Expanded more) {
    return new Page<>(items, next, nextCursor, total, fields, more, all, description);
  }

  /** What is put into the references of the items; null where that is nothing. */
  public Expanded expanded() {
    return expanded;
  }

  /** The members that are told of each item; null where it is all. */
  public Fields fields() {
    return fields;
  }

  @Schema(required = true)
  public List<V> getItems() {
    return items;
  }

  public String getNext() {
    return next;
  }

  public String getNextCursor() {
    return nextCursor;
  }

  public Long getTotal() {
    return total;
  }

  /** Where to read what is to be said of it; null where that is nothing. */
  public String description() {
    return description;
  }

  /** All rows, for formats other than JSON; null for a page. */
  public ListExport<?> all() {
    return all;
  }
}
