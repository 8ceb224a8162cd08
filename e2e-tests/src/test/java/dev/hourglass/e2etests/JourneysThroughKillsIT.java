package dev.hourglass.e2etests;

/** The same journeys, with kill -9 of all four services in the middle of each. */
class JourneysThroughKillsIT extends Journeys {

  @Override
  void inTheMiddle() {
    hourglass.killAndRestartAll();
  }
}
