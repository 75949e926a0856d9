package org.grappe.health;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Migrations may take longer than a connection may be idle in a transaction, which is what the
 * connection that keeps other instances from migrating is: it holds its lock without one. What is
 * done is told by a log of our own.
 */
@ApplicationScoped
class Migrations implements FlywayConfigurationCustomizer {
  @Override
  public void customize(FluentConfiguration configuration) {
    configuration
        .callbacks(new MigrationLog())
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
  }
}
