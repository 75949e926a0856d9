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
          version(result), result.migrationsExecuted);
    }
  }

  /** Where nothing but functions and views was made anew, the version is the one that was there. */
  private static String version(MigrateResult result) {
    return result.targetSchemaVersion == null
        ? result.initialSchemaVersion
        : result.targetSchemaVersion;
  }

  /** Functions and views have no version; what they keep may take its time, too. */
  private void begun(MigrationVersion version, String description) {
    isNew |= FIRST.equals(version);
    if (isNew) {
      return;
    }
    if (version == null) {
      LOG.infof("Making anew what the tables keep of themselves: %s", description);
    } else {
      LOG.infof("Migrating the tables to version %s: %s", version, description);
    }
  }

  @Override
  public String getCallbackName() {
    return "log";
  }
}
