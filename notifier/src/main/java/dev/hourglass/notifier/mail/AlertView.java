package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.alert.AlertNotice;
import org.jspecify.annotations.Nullable;

/**
 * An alert in words, as the templates want it.
 *
 * @param title for example {@code P1: FIRST_REPLY breached}
 * @param clock the name of the clock; missing where it is about none
 * @param late how late it was seen; missing if it was seen at once
 * @param withdrawn whether it is a breach that was taken back since
 */
record AlertView(
    AlertNotice notice,
    String title,
    @Nullable String clock,
    @Nullable String deadline,
    String seen,
    @Nullable String late,
    boolean withdrawn) {}
