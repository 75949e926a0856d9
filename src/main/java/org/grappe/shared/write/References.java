package org.grappe.shared.write;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A member of a body that names another record: a JSON string with its id, or with its natural key,
 * which is exchanged for the id as the body is read.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface References {

  /** The table of the record. */
  String table();

  /** The column of its natural key ({@code slug}, {@code code}), if it has one. */
  String by() default "";

  /** Where else a record with the id may be, if anywhere. */
  String or() default "";

  /** Exchanges what a body calls a record for its id. */
  interface Finder {

    /** The id (or, for a region, its code); null after a fault where there is no such record. */
    Object find(References to, String text, String at, org.grappe.shared.problem.Faults faults);
  }
}
