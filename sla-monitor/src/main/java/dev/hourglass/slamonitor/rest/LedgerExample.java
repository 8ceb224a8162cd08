package dev.hourglass.slamonitor.rest;

/** What the OpenAPI document shows of a ledger; a test reads it. */
final class LedgerExample {

  static final String JSON =
      """
      {
        "ticketId": "0192f4a0-5b6c-7d8e-9fa0-b1c2d3e4f506",
        "asOf": "2026-11-23T12:30:00Z",
        "asKnownNow": {
          "asOf": "2026-11-23T12:30:00Z",
          "received": {
            "ticketId": "0192f4a0-5b6c-7d8e-9fa0-b1c2d3e4f506",
            "occurredAt": "2026-11-23T09:00:00Z",
            "reference": "HG-1",
            "account": "10042",
            "channel": "WEB",
            "queue": "TECHNICAL",
            "proper": true
          },
          "startedAt": "2026-11-23T09:00:00Z",
          "promises": [],
          "clocks": [
            {
              "metric": "RESTORATION",
              "cycle": 1,
              "status": "RUNNING",
              "startedAt": "2026-11-23T09:00:00Z",
              "deadline": "2026-11-23T15:00:00Z",
              "remaining": "PT2H30M",
              "target": {
                "metric": "RESTORATION",
                "within": "PT4H",
                "calendar": "24x7",
                "pausedBy": ["WAITING_CUSTOMER"],
                "warnAt": [{"level": 1, "sharePercent": 75}],
                "contractual": true,
                "escalateAt": [{"level": 1, "sharePercent": 100, "to": "team-lead", "via": "mail"}]
              },
              "edition": "2021",
              "wall": "PT3H30M",
              "run": "PT1H30M",
              "paused": "PT2H",
              "outOfHours": "PT0S",
              "intervals": [
                {
                  "from": "2026-11-23T09:00:00Z",
                  "to": "2026-11-23T10:00:00Z",
                  "wall": "PT1H",
                  "reason": "RUNNING",
                  "rule": "ALWAYS_ON"
                },
                {
                  "from": "2026-11-23T10:00:00Z",
                  "to": "2026-11-23T12:00:00Z",
                  "wall": "PT2H",
                  "reason": "PAUSED",
                  "pause": {
                    "from": "2026-11-23T10:00:00Z",
                    "to": "2026-11-23T12:00:00Z",
                    "reason": "WAITING_CUSTOMER",
                    "eventId": "0192f4a0-5b70-7000-8000-0000000000ab"
                  },
                  "rule": "ALWAYS_ON"
                },
                {
                  "from": "2026-11-23T12:00:00Z",
                  "to": "2026-11-23T12:30:00Z",
                  "wall": "PT30M",
                  "reason": "RUNNING",
                  "rule": "ALWAYS_ON"
                }
              ],
              "aims": [
                {
                  "at": "2026-11-23T09:00:01Z",
                  "eventId": "0192f4a0-5b70-7000-8000-0000000000aa",
                  "reason": "PROMISED",
                  "edition": "2021",
                  "calendar": "24x7",
                  "budget": "PT4H",
                  "deadline": "2026-11-23T15:00:00Z"
                }
              ],
              "warnings": [
                {"level": 1, "dueAt": "2026-11-23T14:00:00Z", "reached": false}
              ],
              "escalations": [
                {
                  "level": 1,
                  "repetition": 0,
                  "to": "team-lead",
                  "via": "mail",
                  "dueAt": "2026-11-23T15:00:00Z",
                  "reached": false
                }
              ],
              "acknowledgements": []
            }
          ],
          "facts": [
            {
              "id": "0192f4a0-5b70-7000-8000-0000000000ab",
              "type": "TicketPaused",
              "source": "ticket-intake",
              "sequence": 2,
              "occurredAt": "2026-11-23T10:00:00Z",
              "recordedAt": "2026-11-23T10:00:00.004Z",
              "heardAt": "2026-11-23T10:00:00.011Z",
              "countsAt": "2026-11-23T10:00:00Z",
              "flags": [],
              "moves": [{"metric": "RESTORATION", "cycle": 1}]
            }
          ]
        },
        "alertsKnownNow": [
          {
            "type": "SlaAtRisk",
            "metric": "RESTORATION",
            "cycle": 1,
            "level": 1,
            "dueAt": "2026-11-23T12:00:00Z",
            "accord": "NOT_DUE",
            "id": "7a7f2c1e-5b70-3000-8000-0000000000ac",
            "detectedAt": "2026-11-23T12:00:00.061Z",
            "latenessMillis": 61
          }
        ]
      }
      """;

  private LedgerExample() {}
}
