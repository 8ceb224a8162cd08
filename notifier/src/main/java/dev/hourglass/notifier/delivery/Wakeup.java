package dev.hourglass.notifier.delivery;

/** Tells the worker of this instance that something became due; must not block. */
@FunctionalInterface
public interface Wakeup {

  /** Something may be due now. */
  void wake();
}
