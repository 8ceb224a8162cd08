package dev.hourglass.notifier;

import dev.hourglass.contracts.ticket.Channel;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How the words of messages are chosen, and where there are others. */
@ConfigMapping(prefix = "notifier.texts")
public interface TextsConfig {

  /**
   * The language (a tag such as {@code de}) of those who came by a channel and wish none that we
   * write, by channel in lower case; English where it is not set.
   */
  Map<Channel, String> channelDefault();

  /**
   * The time zone (such as {@code Europe/Berlin}) of those who came by a channel and whose own is
   * not known, by channel in lower case; UTC where it is not set.
   */
  Map<Channel, ZoneId> channelZone();

  /**
   * A folder with texts and templates of your own, laid out as the shipped ones: {@code
   * messages/mail_de.properties} with single keys, {@code templates/mail/frame.html} whole. Read
   * and tried at the start; what is wrong is left out, said in the log and on {@code /previews}.
   */
  Optional<Path> folder();
}
