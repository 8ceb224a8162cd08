package dev.hourglass.e2etests;

import dev.hourglass.sandbox.ReceivedMail;
import java.net.URI;
import java.util.List;

/**
 * The four services and what they run on, for the journeys: processes on a sandbox, or containers.
 */
interface Installation extends AutoCloseable {

  String bootstrapServers();

  URI url(Service service, String path);

  /** All mails to that address, oldest first. */
  List<ReceivedMail> inbox(String recipient);

  String log(Service service);

  /** SIGKILL to all four at once: nothing is flushed, closed or said any more. */
  void killServices();

  /** Returns when all four are ready. */
  void startServices();

  @Override
  void close();
}
