package dev.hourglass.slamonitor.board;

import java.util.List;

/** A page of clocks, the earliest deadline first. */
public record BoardPage(List<BoardClock> items, int page, int size, long total) {}
