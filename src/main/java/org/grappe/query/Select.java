package org.grappe.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;

/** A statement being put together: fixed pieces of SQL and the values of this request. */
public final class Select {
  private static final Pattern ALIAS = Pattern.compile("(?<![\\w.'\"])([a-z]\\w*)\\.");
  private final StringBuilder sql = new StringBuilder(1024);
  private final List<Object> args = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private boolean filtered;
  private boolean literal;
  private DatedRows rows = DatedRows.ALL;
  private UnaryOperator<String> words = UnaryOperator.identity();

  /** One that may ask the day, and what of the caller decides what is seen. */
  static Select of(LocalDate day, Caller caller) {
    return new Select()
        .value("on", day)
        .value("alone", Literal.flag(false))
        .value("admin", caller.isAdministrator())
        .value("applications", caller.readsApplications())
        .value("edited", caller.is(Role.EDITOR) ? caller.clusters() : List.of());
  }

  /** The same said in the statement, for a plan that fits the day and the caller. */
  static Select literally(LocalDate day, Caller caller) {
    Select select = new Select();
    select.literal = true;
    return select
        .value("on", day)
        .value("alone", Literal.flag(false))
        .value("admin", Literal.flag(caller.isAdministrator()))
        .value("applications", Literal.flag(caller.readsApplications()))
        .value("edited", Literal.ids(caller.is(Role.EDITOR) ? caller.clusters() : List.of()));
  }

  boolean isLiteral() {
    return literal;
  }

  Select value(String name, Object value) {
    values.put(name, literal && value instanceof LocalDate day ? Literal.day(day) : value);
    return this;
  }

  Select add(Fragment fragment) {
    fragment.of(rows).appendTo(sql, args, values, words);
    return this;
  }

  /** What is added from now on is about these rows. */
  Select about(DatedRows some) {
    rows = some;
    return this;
  }

  /** What is added from now on is about these records of the past. */
  Select about(PastRows some, PastTables tables) {
    words = some == PastRows.ALL ? UnaryOperator.identity() : text -> tables.about(some, text);
    return this;
  }

  Select add(String plain) {
    sql.append(plain);
    return this;
  }

  boolean isAbout(DatedRows some) {
    return rows == some;
  }

  /** Begins a statement within this one, which has conditions of its own. */
  Select open(Fragment fragment) {
    filtered = false;
    return add(fragment);
  }

  /** What was added so far stands within this. */
  Select within(Fragment before, Fragment after) {
    StringBuilder outer = new StringBuilder(1024);
    List<Object> first = new ArrayList<>();
    before.appendTo(outer, first, values);
    sql.insert(0, outer);
    args.addAll(0, first);
    return add(after);
  }

  /** One more condition, whose {@code :v} is this value. */
  Select where(Fragment condition, Object value) {
    return value("v", value).where(condition);
  }

  Select where(Scope scope) {
    values.putAll(scope.values());
    return where(scope.fragment());
  }

  Select where(Fragment condition) {
    sql.append(filtered ? "\n and " : "\nwhere ").append('(');
    filtered = true;
    return add(condition.conditionOf(rows)).add(")");
  }

  /** Whether no column of another table is asked for, as far as can be seen. */
  boolean asksOnly(String alias) {
    return ALIAS.matcher(sql).results().allMatch(found -> found.group(1).equals(alias));
  }

  String sql() {
    return sql.toString();
  }

  List<Object> args() {
    return args;
  }
}
