package org.grappe.openapi;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Says who may call each operation: what is public takes a credential too, and tells more to it.
 */
final class OperationSecurity {
  private OperationSecurity() {}

  /** SmallRye names a scheme of its own; the roles that it found stay. */
  static void add(ApiOperation call) {
    List<String> roles =
        Stream.ofNullable(call.operation().getSecurity())
            .flatMap(List::stream)
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(List::stream)
            .toList();
    SecurityRequirement known = OASFactory.createSecurityRequirement().addScheme("bearer", roles);
    SecurityRequirement unknown = OASFactory.createSecurityRequirement();
    call.operation().setSecurity(call.isClosed() ? List.of(known) : List.of(unknown, known));
  }
}
