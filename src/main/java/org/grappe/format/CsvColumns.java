package org.grappe.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.grappe.query.Fields;
import org.grappe.value.Money;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/**
 * The columns of a record as CSV: a reference is two columns (its id, or code, and its name), money
 * two (amount, currency), one of several kinds of references three (the kind before them), a list
 * one cell whose values are set apart by {@code |}; anything deeper is JSON.
 */
public final class CsvColumns {
  private final List<String> header = new ArrayList<>();
  private final List<Function<JsonNode, JsonNode>> cells = new ArrayList<>();
  private final boolean altered;

  /** All columns. */
  public CsvColumns(Class<?> type) {
    this(type, Optional.empty());
  }

  /**
   * Those of some members.
   *
   * @param kept the members; all where there are none
   */
  public CsvColumns(Class<?> type, Optional<Fields> kept) {
    altered = !type.isAnnotationPresent(Unaltered.class);
    Fields.of(type)
        .filter(member -> kept.map(fields -> fields.keep(member.getName())).orElse(true))
        .forEach(member -> add(member.getName(), member.getType()));
  }

  private void add(String name, Class<?> type) {
    if (type == Ref.class) {
      parts(name, "id", "name");
    } else if (type == RegionRef.class) {
      parts(name, "code", "name");
    } else if (type == Money.class) {
      parts(name, "amount", "currency");
      if (name.equals("amount")) {
        header.set(header.size() - 2, "amount");
        header.set(header.size() - 1, "currency");
      }
    } else if (ReferenceChoice.is(type)) {
      column(name + ".kind", row -> ReferenceChoice.kind(row.path(name)));
      column(name + ".id", row -> ReferenceChoice.id(row.path(name)));
      column(name + ".name", row -> ReferenceChoice.name(row.path(name)));
    } else {
      column(name, row -> row.path(name));
    }
  }

  private void parts(String name, String... parts) {
    for (String part : parts) {
      column(name + "." + part, row -> row.path(name).path(part));
    }
  }

  private void column(String name, Function<JsonNode, JsonNode> cell) {
    header.add(name);
    cells.add(cell);
  }

  public List<String> header() {
    return header;
  }

  public List<String> cells(ObjectNode row) {
    return cells.stream().map(cell -> text(cell.apply(row))).toList();
  }

  private String text(JsonNode node) {
    String text = CsvCell.of(node);
    boolean harmful = node.isArray() || (node.isTextual() && altered);
    return harmful ? CsvCell.harmless(text) : text;
  }
}
