package org.grappe.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of constraints are about. */
class ConstraintNameTest {

  @ParameterizedTest
  @CsvSource({
    "uq_organisations_siren,organisations,siren",
    "fk_memberships_organisation,memberships,organisation",
    "ck_clusters_founded_on,clusters,foundedOn"
  })
  void a_constraint_is_about_a_field_of_a_table(String name, String table, String field) {
    assertEquals(table, new ConstraintName(name).table());
    assertEquals(field, new ConstraintName(name).field());
  }
}
