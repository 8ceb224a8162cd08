package dev.hourglass.sandbox.demo;

import dev.hourglass.sandbox.CalmLogs;

/**
 * Plays the scene against the Hourglass that runs on this machine. Ends with 0 if every step was
 * seen, else with 1.
 */
public final class Demo {

  private Demo() {}

  public static void main(String[] arguments) throws InterruptedException {
    CalmLogs.begin();
    Surroundings surroundings = Surroundings.from(System.getenv());
    Screen screen = Screen.ofTerminal(System.out, System.getenv());
    Checklist checklist = Checklist.ofTheScene();
    Company company = new Company();
    Desk desk = new Desk(surroundings);
    try (KafkaEar ear = new KafkaEar(surroundings.bootstrapServers(), company);
        Postbox postbox = new Postbox(surroundings, company);
        ClockWatch clocks = new ClockWatch(desk, screen, checklist)) {
      Reporter reporter = new Reporter(screen, checklist, desk);
      company.listener(reporter);
      ear.start();
      postbox.start();
      clocks.start();
      new Rehearsal(screen, company, desk, reporter).play();
      new Scene(screen, checklist, company, desk, clocks).play();
      reporter.sayWhetherOthersWereBreached();
    } catch (DemoException e) {
      screen.failure(e.getMessage());
    }
    checklist.print(screen);
    surroundings.whereToLook(screen);
    System.exit(checklist.complete() ? 0 : 1);
  }
}
