package dev.hourglass.ticketintake.rest;

/** The examples of the OpenAPI document; a test posts them. */
final class ExampleTexts {

  static final String NEW_TICKET =
      """
      {
        "account": "ACME-1",
        "requester": {"email": "ada@acme.example", "name": "Ada Lovelace", "role": "OWNER"},
        "channel": "WEB",
        "queue": "TECHNICAL",
        "subject": "Meetings drop after a minute",
        "description": "Since 9 this morning every meeting ends after about a minute.",
        "impact": "SEVERELY_IMPAIRED",
        "workaround": "NONE",
        "locale": "de-AT",
        "mail": {"messageId": "<4711.1@mail.acme.example>", "autoSubmitted": "no"}
      }
      """;
  static final String NEW_REPLY =
      """
      {
        "by": "AGENT",
        "visibility": "PUBLIC",
        "text": "Which version do you run?",
        "pause": "WAITING_CUSTOMER"
      }
      """;
  static final String DEADLINE =
      """
      {
        "metric": "RESOLUTION",
        "cycle": 1,
        "deadline": "2030-11-24T17:00:00+01:00",
        "agent": "Grace Hopper",
        "reason": "Agreed with Ada on the phone"
      }
      """;
  static final String MERGE =
      """
      {"into": "01939b6e-5d4f-7cc3-8f0e-2a9d1c3b5e80", "reason": "The same outage"}
      """;
  static final String COMPLETION =
      """
      {
        "account": "ACME-1",
        "requester": {"email": "ada@acme.example"},
        "description": "Every meeting ends after about a minute."
      }
      """;
  static final String TICKET =
      """
      {
        "id": "01939b6e-5d4f-7cc3-8f0e-2a9d1c3b5e7f",
        "reference": "HG-7K2M9QX",
        "account": "ACME-1",
        "requester": {"email": "ada@acme.example", "name": "Ada Lovelace", "role": "OWNER"},
        "channel": "WEB",
        "queue": "TECHNICAL",
        "subject": "Meetings drop after a minute",
        "description": "Since 9 this morning every meeting ends after about a minute.",
        "impact": "SEVERELY_IMPAIRED",
        "workaround": "NONE",
        "locale": "de-AT",
        "proper": true,
        "status": "PAUSED",
        "pauseReason": "WAITING_CUSTOMER",
        "cycle": 1,
        "receivedAt": "2026-11-22T09:00:00Z",
        "updatedAt": "2026-11-22T09:20:00Z",
        "priority": "P1",
        "reasons": [{"rule": "severe", "text": "Operation is severely degraded."}],
        "edition": "2021",
        "promise": [
          {
            "metric": "FIRST_REPLY",
            "within": "PT1H",
            "calendar": "always",
            "pausedBy": [],
            "warnAt": [{"level": 1, "sharePercent": 75}],
            "contractual": true
          }
        ]
      }
      """;
  static final String PAGE =
      "{\"items\": [" + TICKET + "], \"page\": 0, \"size\": 50, \"total\": 1}";
  static final String MALFORMED =
      """
      {
        "status": 400,
        "title": "Malformed request",
        "detail": "A field is not what it must be",
        "errors": [
          {
            "pointer": "/channel",
            "message": "must be one of the allowed values",
            "allowed": ["WEB", "CHAT", "PHONE", "API"]
          }
        ]
      }
      """;
  static final String UNKNOWN =
      """
      {"status": 404, "title": "Unknown ticket", "detail": "There is no ticket of that id"}
      """;
  static final String REFUSED =
      """
      {
        "status": 409,
        "title": "Not allowed in this state",
        "detail": "A ticket that is SOLVED does not allow 'pause' now",
        "state": "SOLVED",
        "allowed": ["replies", "reopen", "close"]
      }
      """;
  static final String TOO_LARGE =
      """
      {"status": 413, "title": "Body too large", "detail": "A body has 65536 bytes at most"}
      """;
  static final String NOT_JSON =
      """
      {"status": 415, "title": "Unsupported Media Type"}
      """;
  static final String INVALID =
      """
      {
        "status": 422,
        "title": "Invalid content",
        "detail": "Some fields do not hold what they must",
        "errors": [{"pointer": "/requester/email", "message": "must be an e-mail address"}]
      }
      """;

  private ExampleTexts() {}
}
