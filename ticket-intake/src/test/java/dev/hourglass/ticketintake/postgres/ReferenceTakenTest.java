package dev.hourglass.ticketintake.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.ticket.NewTicket;
import dev.hourglass.ticketintake.ticket.Reference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class ReferenceTakenTest {

  @Inject TicketInsert insert;
  @Inject IdempotencyKeys keys;
  @Inject Outbox outbox;
  @Inject Clock clock;

  @Test
  void a_reference_that_is_taken_is_drawn_again_and_leaves_no_half_ticket() {
    Answer first = deskDrawing(new SplittableRandom(7)).log(anyTicket(), null);
    String before = Database.text("select count(*) from tickets");

    Answer second = deskDrawing(new SplittableRandom(7)).log(anyTicket(), keyed("taken"));

    SplittableRandom same = new SplittableRandom(7);
    assertThat(first.body()).contains(Reference.draw(same));
    assertThat(second.body()).contains(Reference.draw(same));
    assertThat(Database.text("select count(*) - 1 from tickets")).isEqualTo(before);
    assertThat(Database.text("select answer from idempotency_keys where key = 'taken'"))
        .isEqualTo(second.body());
  }

  @Test
  void it_gives_up_where_no_reference_is_ever_free() {
    RandomGenerator stuck = () -> 0;
    deskDrawing(stuck).log(anyTicket(), null);

    assertThatIllegalStateException()
        .isThrownBy(() -> deskDrawing(stuck).log(anyTicket(), keyed("stuck")))
        .withMessageContaining("no free reference");
    assertThat(Database.text("select count(*) from idempotency_keys where key = 'stuck'"))
        .isEqualTo("0");
  }

  private TicketDesk deskDrawing(RandomGenerator random) {
    return new TicketDesk(insert, keys, outbox, clock, random);
  }

  private static KeyedRequest keyed(String key) {
    return new KeyedRequest("POST /tickets", key, new byte[] {1});
  }

  private static NewTicket anyTicket() {
    return new NewTicket(
        null,
        new Requester(null, null, null),
        Channel.CHAT,
        Queue.TECHNICAL,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
