package org.grappe.health;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

/**
 * Says what a start does to the tables: at its end in one line, and where there are tables already,
 * each change of them before it is begun, for one may take long.
 */
final class MigrationLog implements Callback {
  private static final Logger LOG = Logger.getLogger(MigrationLog.class);
  private static final MigrationVersion FIRST = MigrationVersion.fromVersion("1");
  private boolean isNew;

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_MIGRATE_OPERATION_FINISH;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    if (event == Event.BEFORE_EACH_MIGRATE) {
      begun(context.getMigrationInfo().getVersion(), context.getMigrationInfo().getDescription());
    } else if (context.getOperationResult() instanceof MigrateResult result
        && result.migrationsExecuted > 0) {
      LOG.infof(
          "The tables are at version %s: %d migrations carried out",
          result.targetSchemaVersion, result.migrationsExecuted);
    }
  }

  /** Functions and views have no version, and are made in no time. */
  private void begun(MigrationVersion version, String description) {
    isNew |= FIRST.equals(version);
    if (!isNew && version != null) {
      LOG.infof("Migrating the tables to version %s: %s", version, description);
    }
  }

  @Override
  public String getCallbackName() {
    return "log";
  }
}
