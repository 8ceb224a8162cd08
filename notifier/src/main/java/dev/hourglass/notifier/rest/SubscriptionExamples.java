package dev.hourglass.notifier.rest;

/** Bodies that stand in the description of the interface; a test posts each of them. */
final class SubscriptionExamples {

  static final String MAIL =
      """
      {
        "name": "Team leads, Germany",
        "filter": {
          "kinds": ["SlaBreached", "SlaBreachWithdrawn", "TicketEscalated"],
          "priorities": ["P1", "P2"],
          "regions": ["DE"]
        },
        "mail": {
          "addresses": ["team-leads@ops.example"],
          "language": "de",
          "timeZone": "Europe/Berlin",
          "quietHours": {
            "intervals": [
              {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"], "from": "20:00", "to": "07:00"},
              {"days": ["FRIDAY"], "from": "20:00", "to": "00:00"},
              {"days": ["SATURDAY", "SUNDAY"], "from": "00:00", "to": "00:00"}
            ],
            "exceptP1": true
          }
        },
        "backfillDays": 1
      }
      """;

  static final String WEBHOOK =
      """
      {
        "name": "Paging",
        "filter": {"to": ["team-lead"]},
        "webhook": {"url": "https://paging.example/hooks/hourglass"}
      }
      """;

  static final String REPLAY =
      """
      {"from": "2026-11-22T08:00:00Z", "to": "2026-11-22T12:00:00Z"}
      """;

  static final String SECRET =
      """
      {"secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}
      """;

  private SubscriptionExamples() {}
}
