package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service of its own, for a test that fills the database. */
public final class AloneProfile implements QuarkusTestProfile {}
