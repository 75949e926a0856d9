package org.grappe.format;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows whose texts stand in CSV as they are, because the format that they follow says so: what a
 * spreadsheet would take for a formula is not made harmless.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unaltered {}
