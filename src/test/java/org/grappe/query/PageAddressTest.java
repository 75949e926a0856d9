package org.grappe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.UriBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {
  private static final String PATH = "/api/v1/memberships";
  private static final String CURSOR = "AZ_09-az";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=50",
        "cluster=digital-place&limit=50",
        "cursor=older&limit=50",
        "limit=50&cursor=older",
        "limit=50&cursor=older&sort=-from",
        "kind=press,study&on=2024-02-29",
        "updatedSince=2024-02-29T12:00:00.5Z",
        "q=caf%C3%A9",
        "q=deux+mots",
        "q=a%26cursor=b&limit=1",
        "cursors=1&xcursor=2"
      })
  void the_address_of_the_next_page_is_that_which_a_builder_of_addresses_makes(String query) {
    String built =
        UriBuilder.fromUri(PATH + "?" + query)
            .replaceQueryParam("cursor", CURSOR)
            .build()
            .toString();
    assertEquals(built, PageAddress.of(PATH, query, CURSOR));
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, "/api/v1/clusters/digital-place/memberships", "/api/v1/p%C3%A9"})
  void the_first_page_may_have_been_asked_for_without_a_parameter(String path) {
    assertEquals(path + "?cursor=" + CURSOR, PageAddress.of(path, "", CURSOR));
  }
}
