package org.grappe.http;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import org.grappe.caller.Caller;
import org.grappe.value.Digest;

/** What a caller is called in the log. */
final class CallerName {
  private CallerName() {}

  /** The credential's id; of a token's subject, which some providers make of a name, a hash. */
  static String of(RoutingContext context) {
    if (!(context.user() instanceof QuarkusHttpUser user)) {
      return Caller.PUBLIC.author().name();
    }
    Caller caller = user.getSecurityIdentity().getAttribute(Caller.ATTRIBUTE);
    Caller.Author author = caller == null ? Caller.PUBLIC.author() : caller.author();
    return author.kind() == Caller.Kind.TOKEN
        ? author.kind() + ":" + Digest.shortHash(author.name())
        : author.id() == null ? author.kind().toString() : author.kind() + ":" + author.id();
  }
}
