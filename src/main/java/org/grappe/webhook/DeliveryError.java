package org.grappe.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an attempt failed. */
@Schema(name = "DeliveryError")
enum DeliveryError {
  /** It is no address that is sent to. */
  ADDRESS,
  /** The name of the host has no address, or nobody told it in time. */
  NAME_NOT_FOUND,
  /** The name leads to an address that is not public. */
  NOT_PUBLIC,
  /** Nobody took the connection, or not in time, or did not speak TLS. */
  NOT_CONNECTED,
  /** The certificate is not one of this host, or not to be trusted. */
  CERTIFICATE,
  /** There was no answer in time. */
  TIMEOUT,
  /** The connection ended without an answer, or what came was none. */
  NO_ANSWER,
  /** The answer was a redirect, which is never followed. */
  REDIRECT,
  /** The answer was no 2xx. */
  STATUS,
  /** The answer to the challenge did not have its token. */
  CHALLENGE_NOT_MET
}
