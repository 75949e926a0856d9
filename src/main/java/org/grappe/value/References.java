package org.grappe.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A member of a body that names another record: a JSON string with its id, or with its natural key,
 * which is exchanged for the id as the body is read.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface References {
  /** Stands for no record, where a word says so. */
  UUID NOWHERE = new UUID(0, 0);

  /** The table of the record. */
  String table();

  /** The column of its natural key ({@code slug}, {@code code}), if it has one. */
  String by() default "";

  /** Where else a record with the id may be, if anywhere. */
  String or() default "";

  /** Whether a record that is named may be deleted: who names it already may go on to. */
  boolean deletable() default false;

  /** A word that may stand in place of a record, for none, if any. */
  String nowhere() default "";

  /** Exchanges what bodies call records for their ids. */
  interface Finder {

    /** The ids (or, for regions, the codes) of those texts that name a record. */
    Map<String, Object> find(References to, Set<String> texts);
  }
}
