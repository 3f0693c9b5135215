"""A time limit in the learner's own kernel, where no other process could end what runs."""

from __future__ import annotations

import _thread
import threading
from collections.abc import Callable

from grader.protocol.observations import Observation, TimedOut

_AGAIN = 0.5  # seconds, after which code that caught the interruption is interrupted once more


def within(seconds: float, ask: Callable[[], Observation]) -> Observation:
    """The answer to a question, or the observation that none came in time.

    The code is interrupted as the stop button would do it, which works on every system. Only the
    main thread can be interrupted, so there is no limit in another one.

    Args:
        seconds: how long the answer may take.
        ask: runs the learner's code; lets KeyboardInterrupt through.

    Raises:
        KeyboardInterrupt: somebody pressed the stop button.
    """
    if threading.current_thread() is not threading.main_thread():
        return ask()
    alarm = _Alarm(seconds)
    try:
        try:
            seen = ask()
        finally:
            alarm.stop()
    except KeyboardInterrupt:
        alarm.stop()
        if not alarm.has_rung:
            raise
    return Observation(TimedOut(seconds)) if alarm.has_rung else seen


class _Alarm:
    """Interrupts the main thread once the time is over, and again until it is stopped."""

    def __init__(self, seconds: float) -> None:
        self.has_rung = False
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        threading.Thread(target=self._ring, args=(seconds,), daemon=True).start()

    def stop(self) -> None:
        """Ring no more; an interruption on its way arrives before this returns."""
        with self._lock:
            self._stopped.set()

    def _ring(self, seconds: float) -> None:
        wait = seconds
        while not self._stopped.wait(wait):
            with self._lock:
                if not self._stopped.is_set():
                    self.has_rung = True
                    _thread.interrupt_main()
            wait = _AGAIN
