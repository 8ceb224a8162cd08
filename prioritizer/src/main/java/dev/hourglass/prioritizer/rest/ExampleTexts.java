package dev.hourglass.prioritizer.rest;

/** The examples of the OpenAPI document; a test posts them. */
final class ExampleTexts {

  static final String NEW_ACCOUNT =
      """
      {
        "name": "Acme GmbH",
        "type": "BUSINESS",
        "plan": "PREMIER",
        "country": "DE",
        "timeZone": "Europe/Berlin",
        "language": "de",
        "members": [
          {"email": "ada@acme.example", "role": "ADMIN", "language": "de-AT"},
          {"email": "bo@acme.example", "role": "MEMBER"}
        ]
      }
      """;
  static final String ACCOUNT = NEW_ACCOUNT.replaceFirst("\\{", "{\"number\": \"A-1001\",");
  static final String PAGE =
      "{\"items\": [" + ACCOUNT + "], \"page\": 0, \"size\": 50, \"total\": 1}";
  static final String HISTORY =
      """
      {"items": [{"sequence": 1, "effectiveFrom": "2026-11-02T09:00:00Z", "name": "Acme GmbH",
                  "type": "BUSINESS", "plan": "PREMIER", "country": "DE",
                  "timeZone": "Europe/Berlin", "language": "de", "members": 2}],
       "page": 0, "size": 50, "total": 1}
      """;
  static final String CSV =
      """
      number,name,type,plan,country,timeZone,language,edition,members
      A-1001,Acme GmbH,BUSINESS,PREMIER,DE,Europe/Berlin,de,,ada@acme.example=ADMIN;bo@acme.example=MEMBER=da
      """;
  static final String REPORT =
      """
      {
        "lines": 2,
        "created": 1,
        "changed": 0,
        "unchanged": 0,
        "refused": [
          {
            "line": 3,
            "number": "A-1002",
            "errors": [
              {
                "pointer": "/plan",
                "message": "is none of the allowed words",
                "allowed": ["ACCESS", "PREMIER", "PREMIER_PLUS"]
              }
            ]
          }
        ]
      }
      """;
  static final String EDITION =
      """
      edition: pilot-2027
      title: A first reply within an hour for everybody
      effectiveFrom: 2027-01-01T00:00:00Z
      pinOnly: true # applies to accounts that pin it
      contractual: [FIRST_REPLY]
      warnAt: [{level: 1, sharePercent: 75}]
      priorities:
        - {priority: P1, names: {en: Urgent}}
        - {priority: P2, names: {en: High}}
        - {priority: P3, names: {en: Normal}}
        - {priority: P4, names: {en: Low}}
      decisions:
        workaroundNotStated: NONE
        rules:
          - {rule: everything, priority: P3, because: The pilot knows one priority.}
      access:
        - {rule: everybody, routes: [ONLINE_TICKET], tier: 1, because: The pilot is for everybody.}
      promises:
        - rule: within-an-hour
          because: The pilot promises everybody the same.
          targets:
            - {metric: FIRST_REPLY, within: 1h, calendar: always}
      calendars:
        - {name: always, alwaysOn: true}
      regions: {default: always}
      """;
  static final String PUBLISHED =
      """
      {"edition": "pilot-2027", "title": "A first reply within an hour for everybody"}
      """;
  static final String EDITIONS =
      """
      {
        "items": [
          {
            "edition": "2021",
            "title": "Support policy of 2021",
            "effectiveFrom": "2021-01-01T00:00:00Z",
            "scope": "NEW_TICKETS",
            "pinOnly": false,
            "current": true,
            "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
          }
        ]
      }
      """;
  static final String PROMISE =
      """
      {
        "ticketId": "01939b6e-5d4f-7cc3-8f0e-2a9d1c3b5e7f",
        "occurredAt": "2026-11-23T09:00:01Z",
        "cause": "01939b6e-5d53-7000-8000-0000000000aa",
        "priority": "P1",
        "reasons": [
          {"rule": "down-without-workaround", "text": "The service is down and nothing helps."}
        ],
        "review": false,
        "entitlement": {
          "allowed": true,
          "tier": 2,
          "prioritisedResponse": true,
          "automaticEscalation": false,
          "technicalAccountManager": false,
          "instead": [],
          "reasons": [{"rule": "direct-tier-2", "text": "Admins of Premier reach tier 2."}]
        },
        "basis": {
          "account": "A-1001",
          "accountKnown": true,
          "accountType": "BUSINESS",
          "plan": "PREMIER",
          "role": "ADMIN",
          "region": "DE",
          "channel": "WEB",
          "queue": "TECHNICAL",
          "priority": "P1"
        },
        "promise": {
          "edition": "2021",
          "targets": [
            {
              "metric": "RESTORATION",
              "within": "PT4H",
              "calendar": "24x7",
              "pausedBy": [],
              "warnAt": [{"level": 1, "sharePercent": 75}],
              "contractual": true
            }
          ]
        }
      }
      """;
  static final String ENTITLEMENTS =
      """
      {
        "accountKnown": true,
        "memberKnown": true,
        "accountType": "BUSINESS",
        "plan": "ACCESS",
        "country": "DE",
        "edition": "2021",
        "channels": [
          {
            "channel": "PHONE",
            "queue": "TECHNICAL",
            "allowed": false,
            "role": "LICENSED_MEMBER",
            "prioritisedResponse": false,
            "automaticEscalation": false,
            "technicalAccountManager": false,
            "instead": ["SELF_SERVICE", "COMMUNITY", "CHATBOT", "ONLINE_TICKET", "CHAT"],
            "phoneLines": [],
            "targets": [{"priority": "P1", "targets": []}],
            "reasons": [{"rule": "channel-not-included", "text": "Nothing opens PHONE to them."}]
          }
        ]
      }
      """;
  static final String BAD_QUERY =
      """
      {
        "status": 400,
        "title": "Bad query",
        "detail": "A query parameter is not what it must be",
        "errors": [
          {
            "parameter": "sice",
            "message": "there is no such parameter",
            "allowed": ["page", "size"]
          }
        ]
      }
      """;
  static final String MALFORMED =
      """
      {
        "status": 400,
        "title": "Bad Request",
        "detail": "The account is not valid.",
        "errors": [
          {
            "pointer": "/plan",
            "message": "is none of the allowed words",
            "allowed": ["ACCESS", "PREMIER", "PREMIER_PLUS"]
          }
        ]
      }
      """;
  static final String INVALID_ACCOUNT =
      """
      {
        "status": 422,
        "title": "Unprocessable Content",
        "detail": "The account is not valid.",
        "errors": [{"pointer": "/name", "message": "is required"}]
      }
      """;
  static final String INVALID_CSV =
      """
      {
        "status": 422,
        "title": "Unprocessable Content",
        "detail": "The file cannot be read.",
        "errors": [
          {"pointer": "/plan", "message": "the column is missing; found: 'number,name,type'"}
        ]
      }
      """;
  static final String NO_ACCOUNT =
      """
      {"status": 404, "title": "Not Found", "detail": "There is no such account."}
      """;
  static final String NO_EDITION =
      """
      {"status": 404, "title": "Not Found", "detail": "There is no such edition."}
      """;
  static final String NO_PROMISE =
      """
      {"status": 404, "title": "Not Found", "detail": "Nothing was promised to such a ticket."}
      """;
  static final String KEPT_BY_A_CRM =
      """
      {
        "status": 409,
        "title": "Conflict",
        "detail": "Accounts are kept by a CRM here, on the topic 'accounts'."
      }
      """;
  static final String NO_YAML =
      """
      {
        "status": 400,
        "title": "Bad Request",
        "detail": "The document cannot be read.",
        "errors": [
          {"pointer": "", "message": "more than one document in line 25; an edition is one"}
        ]
      }
      """;
  static final String CONFLICT =
      """
      {
        "status": 409,
        "title": "Conflict",
        "detail": "Edition pilot-2027 is published with another document, and an edition never changes; choose another id."
      }
      """;
  static final String INVALID_EDITION =
      """
      {
        "status": 422,
        "title": "Unprocessable Content",
        "detail": "The edition is not valid.",
        "errors": [
          {
            "pointer": "/promises/0/targets/0/calendar",
            "message": "unknown calendar 'always'"
          }
        ]
      }
      """;
  static final String TOO_LARGE =
      """
      {"status": 413, "title": "Body too large", "detail": "A body has 2097152 bytes at most"}
      """;
  static final String OTHER_TYPE =
      """
      {"status": 415, "title": "Unsupported Media Type"}
      """;

  private ExampleTexts() {}
}
