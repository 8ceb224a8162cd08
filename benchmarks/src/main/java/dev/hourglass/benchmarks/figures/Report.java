package dev.hourglass.benchmarks.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one benchmark found: on what, with which settings, the figures, and what went wrong. */
public final class Report {

  private final String benchmark;
  private final Map<String, Object> settings = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  public Report(String benchmark) {
    this.benchmark = benchmark;
  }

  /** A setting that it ran with, or a property of the machine. */
  public Report setting(String name, Object value) {
    settings.put(name, value);
    return this;
  }

  public Report table(Table table) {
    tables.add(table);
    return this;
  }

  /** Something that makes the figures worthless, or shows the system to be wrong. */
  public Report problem(String what) {
    problems.add(what);
    return this;
  }

  /** Adds all that another one found. */
  public Report with(Report other) {
    settings.putAll(other.settings);
    tables.addAll(other.tables);
    problems.addAll(other.problems);
    return this;
  }

  public String benchmark() {
    return benchmark;
  }

  public Map<String, Object> settings() {
    return settings;
  }

  public List<Table> tables() {
    return tables;
  }

  public List<String> problems() {
    return problems;
  }
}
