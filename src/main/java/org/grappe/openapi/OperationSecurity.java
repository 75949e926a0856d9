package org.grappe.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;

/** Says who may call each operation. */
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
    call.operation()
        .setSecurity(
            call.isClosed()
                ? List.of(OASFactory.createSecurityRequirement().addScheme("bearer", roles))
                : new ArrayList<>());
  }
}
