package org.grappe.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;

/**
 * Fills the database with so much that others would take longer after it: it comes last, or has a
 * database of its own where {@code .ci/run} runs it by its tag.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(Integer.MAX_VALUE)
@Tag("leaves-much")
public @interface LeavesMuch {}
