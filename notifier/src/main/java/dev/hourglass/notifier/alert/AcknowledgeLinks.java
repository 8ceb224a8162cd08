package dev.hourglass.notifier.alert;

import java.util.Optional;

/** What the links in the mails about alerts lead to. */
public interface AcknowledgeLinks {

  /** What the page shows; records nothing. Empty if the link is none of ours. */
  Optional<AcknowledgeSheet> look(String signed);

  /**
   * Somebody takes care of it. Whoever comes later, or too late, changes nothing.
   *
   * @param by the role or post; the subscription if empty
   * @return what the page shows then
   * @throws IllegalArgumentException if it is no role or post
   */
  Optional<AcknowledgeSheet> take(String signed, String by);
}
