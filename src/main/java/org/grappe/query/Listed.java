package org.grappe.query;

/**
 * Which rows a list has at all, and what it can be asked beside its filters and orders.
 *
 * @param <L> the list itself
 */
public abstract class Listed<L extends Listed<L>> extends Planned<L> {
  private boolean searchable;
  private boolean temporal;
  private boolean citing = true;
  private boolean grouped;
  private boolean past = true;

  abstract Conditions conditions();

  /** The records last: they are told as of a day, {@code on}. */
  public L temporal() {
    temporal = true;
    return self();
  }

  /** With {@code on}, a list shows only what holds on that day; without, everything. */
  public L temporalOnDemand(String condition) {
    conditions().onDemand(condition);
    return temporal();
  }

  /** The rows are no records: they cite nothing and have no orders but those named from here on. */
  public L plainRows() {
    citing = false;
    forgetOrders();
    return self();
  }

  /** The rows have the sources that they cite in this column. */
  public L citing(String column) {
    citing = true;
    conditions().citing(column);
    return self();
  }

  /** It tells groups made of all the rows that are found, in the order of their keys alone. */
  public L grouped() {
    grouped = true;
    return self();
  }

  /** It cannot be asked as the registry stood at an instant. */
  public L withoutPast() {
    past = false;
    return self();
  }

  /** They have names: {@code q} is found in the column {@code search}. */
  public L searchable() {
    searchable = true;
    return self();
  }

  /**
   * Which rows a caller may see at all: {@code :applications} tells who may read those of every
   * cluster, {@code :edited} an editor's clusters.
   */
  public L visibleWhen(String condition) {
    conditions().visibleWhen(condition);
    return self();
  }

  /** Which rows are in a list, whatever status it asks for. */
  public L existsWhen(String condition) {
    conditions().existsWhen(condition);
    return self();
  }

  /** What a list shows where no {@code status} is asked for. */
  public L defaultFilter(String condition) {
    conditions().unlessStatus(condition);
    return self();
  }

  public boolean isSearchable() {
    return searchable;
  }

  public boolean isTemporal() {
    return temporal;
  }

  /** Whether it can be asked as the registry stood at an instant. */
  public boolean hasPast() {
    return past;
  }

  /** Whether its rows cite sources. */
  public boolean isCiting() {
    return citing;
  }

  /** Whether it tells groups of rows. */
  public boolean isGrouped() {
    return grouped;
  }
}
