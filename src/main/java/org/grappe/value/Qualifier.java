package org.grappe.value;

/** How exactly a value is meant. */
public enum Qualifier {
  EXACT,
  ABOUT,
  OVER,
  UNDER,
  NEARLY,
  AT_LEAST,
  UP_TO
}
