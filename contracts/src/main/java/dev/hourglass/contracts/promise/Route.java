package dev.hourglass.contracts.promise;

/** Where a requester can turn (S1–S7). */
public enum Route {
  /** The Help Center. */
  SELF_SERVICE,
  /** The community. */
  COMMUNITY,
  /** The chatbot. */
  CHATBOT,
  /** The web form. */
  ONLINE_TICKET,
  /** The live chat. */
  CHAT,
  /** The phone lines. */
  PHONE
}
