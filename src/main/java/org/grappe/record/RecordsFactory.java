package org.grappe.record;

import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.grappe.body.PatchReader;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.View;
import org.grappe.value.Ids;

/** Makes the {@link Records} of each repository, with all that these need of the kernel. */
@Singleton
public final class RecordsFactory {
  final Database database;
  final ListReader reader;
  final PatchReader patches;
  final Rights rights;
  final HistoryRights historyRights;
  final Histories histories;
  final LastOwners lastOwners;
  final PastRights pastRights;
  final Precondition precondition;
  final ClusterLocks locks;
  final Ids ids;
  final Today today;

  RecordsFactory(
      Database database,
      ListReader reader,
      PatchReader patches,
      Rights rights,
      HistoryRights historyRights,
      Histories histories,
      LastOwners lastOwners,
      PastRights pastRights,
      Precondition precondition,
      ClusterLocks locks,
      Ids ids,
      Today today) {
    this.database = database;
    this.reader = reader;
    this.patches = patches;
    this.rights = rights;
    this.historyRights = historyRights;
    this.histories = histories;
    this.lastOwners = lastOwners;
    this.pastRights = pastRights;
    this.precondition = precondition;
    this.locks = locks;
    this.ids = ids;
    this.today = today;
  }

  /**
   * The records of a repository.
   *
   * @param blank makes an entity to be filled by {@link StoredRecord#write}
   */
  public <E extends StoredRecord<C>, C extends Record, V extends View> Records<E, C, V> of(
      Repository<E, C, V> repository, Supplier<E> blank, Class<C> content, Listing<V> listing) {
    return new Records<>(this, repository, blank, content, listing);
  }
}
