package org.grappe.merger;

import java.util.List;
import org.grappe.query.View;
import org.grappe.record.Owners;
import org.grappe.record.Repository;

/**
 * What is done with mergers as with divisions, whatever becomes of their clusters.
 *
 * @param <U> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
interface Undertakings<U extends Undertaking<C>, C extends Record, V extends View>
    extends Repository<U, C, V> {

  /** The entity itself, locked until the transaction ends. */
  @Override
  default U required(String id) {
    return records().requiredLocked(id);
  }

  /** The same, if it is neither effective nor given up. */
  default U requiredOpen(String id) {
    U undertaking = required(id);
    undertaking.requireOpen();
    return undertaking;
  }

  /** As it is answered. */
  default V shown(U undertaking) {
    return records().view(undertaking.id());
  }

  default V postpone(U undertaking, PostponementResource.Postponement body) {
    records().requireChange(undertaking, owners(undertaking));
    records()
        .updateBySystem(
            undertaking,
            undertaking.postponed(
                body.on(records().today()),
                body.plannedFor(),
                body.reason(),
                List.copyOf(body.sources())));
    flush();
    return shown(undertaking);
  }

  /** By these, who may. */
  default V abandon(U undertaking, AbandonmentResource.Abandonment body, Owners owners) {
    records().requireChange(undertaking, owners);
    undertaking.abandon(body.on(records().today()), body.reason(), body.sources());
    records().updateBySystem(undertaking, undertaking.content(), owners);
    flush();
    return shown(undertaking);
  }

  /** Writes what an act has changed of it. */
  default void keep(U undertaking) {
    records().updateBySystem(undertaking, undertaking.content());
    flush();
  }
}
