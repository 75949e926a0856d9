package org.grappe.webhook;

import java.util.Map;
import java.util.Optional;

/**
 * A request that is to be sent.
 *
 * @param token what a challenge has to be answered with
 */
record Message(
    ReceiverAddress to, Map<String, String> headers, String body, Optional<String> token) {}
