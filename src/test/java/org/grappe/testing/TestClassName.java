package org.grappe.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/**
 * Says in a system property which class of tests runs, for what goes on behind it in the service
 * and knows the tests no more than other callers.
 */
public final class TestClassName implements QuarkusTestBeforeClassCallback {
  public static final String PROPERTY = "tests.class";

  @Override
  public void beforeClass(Class<?> testClass) {
    System.setProperty(PROPERTY, testClass.getSimpleName());
  }
}
