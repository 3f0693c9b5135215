"""By starting threads: each takes a number, and the next number is the other's.

order: at once
promised: full
"""
# %% both
import threading
def number():
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()
    return thread.native_id
# %% speaker
def say(bit):
    for _ in range(60 * bit):
        number()
# %% listener
LAST = [number()]
def hear():
    LAST.append(number())
    return LAST[-1] - LAST[-2] > 40
