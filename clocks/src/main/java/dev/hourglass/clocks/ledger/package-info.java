/** Why the clocks of a ticket stand as they do: every moment, every promise, every fact. */
package dev.hourglass.clocks.ledger;
