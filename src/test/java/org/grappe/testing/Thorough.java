package org.grappe.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs with {@code -Pthorough} alone, as every change is checked in the end: what waits for clocks
 * of many seconds, or takes its size from what it shows.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "tests.thorough", matches = "true", disabledReason = "-Pthorough")
public @interface Thorough {}
