package org.grappe.query;

import java.time.LocalDate;
import org.grappe.caller.Caller;

/**
 * One record of a collection turned into a statement: no filter narrows it.
 *
 * @param day the day for which it is told
 * @param caller who must be allowed to see it
 */
record RecordQuery(Listing<?> listing, LocalDate day, Caller caller) {

  /** The record that the scope finds. */
  Select one(Scope scope) {
    Selection selection = listing.selection();
    return visible(begun().add(selection.columns()).add(selection.from()).where(scope));
  }

  private Select begun() {
    Select select = Select.of(day, caller).value("alone", Literal.flag(true));
    listing.filters().keySet().forEach(name -> select.value(name, ""));
    return select;
  }

  private Select visible(Select select) {
    listing.conditions().showVisible(select);
    return select;
  }
}
