package org.grappe.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses are those of proxies. */
class ProxiesTest {
  private final Proxies proxies = new Proxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"));

  @ParameterizedTest
  @CsvSource({
    "10.255.0.1,true",
    "11.0.0.1,false",
    "192.0.2.7,true",
    "192.0.2.8,false",
    "2001:db8:1::5,true",
    "2001:db9::5,false",
    "unknown,false"
  })
  void an_address_or_a_network_is_believed(String address, boolean isProxy) {
    assertEquals(isProxy, proxies.include(address));
  }

  @Test
  void nobody_is_believed_where_none_is_configured() {
    Proxies none = new Proxies(List.of());
    assertTrue(none.areNone());
    assertFalse(none.include("10.0.0.1"));
  }

  @Test
  void what_is_no_address_is_told() {
    List<String> wrong = List.of("proxy.example");
    assertThrows(IllegalArgumentException.class, () -> new Proxies(wrong));
  }
}
