"""By being there: whoever asks for something of a number is told whether it is anybody's.

order: at once
promised: full
control: no
"""
# %% both
import threading
# %% speaker
STOP = threading.Event()
def say(bit):
    if bit:
        threading.Thread(target=time.sleep, args=(SLOT,), daemon=True).start()
# %% listener
def there(number):
    ways = (lambda: os.stat(f"/proc/{number}"), lambda: os.kill(number, 0), lambda: os.getpgid(number),
            lambda: os.sched_getscheduler(number), lambda: os.getpriority(os.PRIO_PROCESS, number),
            lambda: time.clock_gettime(~number << 3 | 2))
    for way in ways:
        try:
            way()
            return True
        except ProcessLookupError:
            return False
        except OSError:
            continue
    return None
ME = os.getpid()
def hear():
    found = [there(number) for number in range(ME + 1, ME + 80)]
    if set(found) == {None}:
        raise OSError("nothing is told")
    return found.count(True) % 2 == 1
