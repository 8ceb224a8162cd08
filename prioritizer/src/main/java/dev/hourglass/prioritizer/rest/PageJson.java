package dev.hourglass.prioritizer.rest;

import java.util.List;

/** A page of a list, counted from 0. */
public record PageJson<T>(List<T> items, int page, int size, long total) {}
