package org.grappe.embedded;

/** The start with a database that is already there: nothing of it is started or kept here. */
final class ExternalStart {
  private ExternalStart() {}

  static String[] with(Settings settings) {
    ExternalDatabase database = ExternalDatabase.of(settings);
    database.check();
    return new String[] {
      Remarks.database("PostgreSQL at " + database.address()),
      settings.adminKey().isPresent() ? Remarks.KEY_IS_CONFIGURED : Remarks.NOBODY_IS_ADMIN
    };
  }
}
