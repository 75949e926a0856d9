package org.grappe.organisation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an organisation became another: that absorbed it, or it changed into it. */
@Schema(name = "SuccessionKind")
public enum SuccessionKind {
  ABSORBED,
  CONVERTED
}
