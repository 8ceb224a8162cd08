package dev.hourglass.ticketintake.json;

import java.util.List;

/**
 * One page of tickets, the newest first.
 *
 * @param page counts from 0
 * @param total how many tickets there are on all pages
 */
public record TicketPage(List<TicketView> items, int page, int size, long total) {

  public TicketPage {
    items = List.copyOf(items);
  }
}
