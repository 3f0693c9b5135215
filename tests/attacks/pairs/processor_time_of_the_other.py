"""By working: whoever asks for another's clock is told how long that has worked.

order: at once
control: no
"""
# %% both
# %% speaker
def say(bit):
    end = time.monotonic() + SLOT * 0.2 * bit
    while time.monotonic() < end:
        pass
# %% listener
def clocks():
    found = 0.0
    for number in range(1, 400):
        if number != os.getpid():
            try:
                found += time.clock_gettime(~number << 3 | 2)
            except OSError:
                pass
    if not found:
        raise OSError("no clock is told")
    return found
LAST = [clocks()]
def hear():
    LAST.append(clocks())
    return LAST[-1] - LAST[-2] > SLOT / 10
