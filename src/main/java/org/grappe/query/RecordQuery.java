package org.grappe.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
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

  /** The record with this id as it stood in the registry at an instant. */
  Select known(UUID id, Instant at) {
    Selection selection = listing.selection();
    return visible(
        begun()
            .value("record", id)
            .value("known", at)
            .add(selection.columns())
            .add(selection.known()));
  }

  private Select begun() {
    Select select = Select.of(day, caller);
    listing.filters().keySet().forEach(name -> select.value(name, ""));
    return select;
  }

  private Select visible(Select select) {
    listing.conditions().showVisible(select);
    return select;
  }
}
