package org.grappe.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.query.CsvDialect;
import org.grappe.query.Fields;
import org.grappe.value.Money;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/**
 * The columns of a record as CSV: a reference is two columns (its id, or code, and its name), money
 * two (amount, currency), one of several kinds of references three (the kind before them), a list
 * one cell whose values are set apart by {@code |}; anything deeper is JSON, several objects one
 * array.
 */
public final class CsvColumns {
  private final List<CsvColumn> columns = new ArrayList<>();
  private final boolean altered;
  private final char point;

  /** All columns. */
  public CsvColumns(Class<?> type) {
    this(type, Optional.empty(), CsvDialect.USUAL);
  }

  /**
   * Those of some members.
   *
   * @param kept the members; all where there are none
   */
  CsvColumns(Class<?> type, Optional<Fields> kept, CsvDialect dialect) {
    altered = !type.isAnnotationPresent(Unaltered.class);
    point = (altered ? dialect : CsvDialect.USUAL).point();
    Fields.of(type)
        .filter(member -> kept.map(fields -> fields.keep(member.getName())).orElse(true))
        .forEach(this::add);
  }

  private void add(RecordComponent member) {
    String name = member.getName();
    Class<?> type = member.getType();
    if (type == Ref.class) {
      part(name, "id", UUID.class);
      part(name, "name", String.class);
    } else if (type == RegionRef.class) {
      part(name, "code", String.class);
      part(name, "name", String.class);
    } else if (type == Money.class) {
      String prefix = name.equals("amount") ? "" : name + ".";
      column(prefix + "amount", BigDecimal.class, row -> row.path(name).path("amount"));
      column(prefix + "currency", String.class, row -> row.path(name).path("currency"));
    } else if (ReferenceChoice.is(type)) {
      column(name + ".kind", String.class, row -> ReferenceChoice.kind(row.path(name)));
      column(name + ".id", String.class, row -> ReferenceChoice.id(row.path(name)));
      column(name + ".name", String.class, row -> ReferenceChoice.name(row.path(name)));
    } else {
      columns.add(CsvColumn.of(member));
    }
  }

  private void part(String name, String part, Class<?> type) {
    column(name + "." + part, type, row -> row.path(name).path(part));
  }

  private void column(String name, Class<?> type, Function<JsonNode, JsonNode> cell) {
    columns.add(new CsvColumn(name, type, cell));
  }

  List<CsvColumn> all() {
    return columns;
  }

  /** What stands before the decimals of a number. */
  char point() {
    return point;
  }

  public List<String> header() {
    return columns.stream().map(CsvColumn::name).toList();
  }

  public List<String> cells(ObjectNode row) {
    return columns.stream().map(column -> text(column, column.cell().apply(row))).toList();
  }

  private String text(CsvColumn column, JsonNode node) {
    String text = column.text(node);
    if (node.isNumber()) {
      return text.replace('.', point);
    }
    boolean harmful = node.isArray() || (node.isTextual() && altered);
    return harmful ? CsvCell.harmless(text) : text;
  }
}
